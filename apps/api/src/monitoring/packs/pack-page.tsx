import type { Language } from '#contracts/kernel/codes';
import type { Opening, Picture } from '#figures';
import { renderToStaticMarkup } from 'react-dom/server';
import { packStyle } from './pack-style.js';

/** A pack in one language. */
export type PackColumn = {
  readonly language: Language;
  readonly title: string;
  /** What the pack says before any picture. */
  readonly opening: Opening;
  readonly openingTitles: { readonly keyFigures: string; readonly changes: string };
  readonly figures: readonly Picture[];
  /** How exact the figures are, and where they come from. */
  readonly exactness: readonly string[];
  readonly countingTitle: string;
  readonly counting: readonly { readonly name: string; readonly rule: string }[];
};

const chart = { one: { width: 680, height: 300 }, two: { width: 470, height: 270 } } as const;

type Size = (typeof chart)['one' | 'two'];

/** A text in which `<b>` is emphasis. */
function Told({ text }: { readonly text: string }) {
  return text
    .split(/(<b>.*?<\/b>)/)
    .map((part, place) => (part.startsWith('<b>') ? <b key={place}>{part.slice(3, -4)}</b> : part));
}

function plain(text: string): string {
  return text.replaceAll(/<\/?b>/g, '');
}

function FigureSheet({ figure, size }: { readonly figure: Picture; readonly size: Size }) {
  const { title, reading, table, note } = figure;
  return (
    <>
      <h2>{title}</h2>
      <p className="reading">
        <Told text={reading} />
      </p>
      <div className="chart">{figure.draw({ ...size, reading: plain(reading) })}</div>
      <table className={table.columns.length > 6 ? 'many' : undefined}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column, place) => (
              <th key={`${place} ${column}`} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== undefined && <p className="note">{note}</p>}
    </>
  );
}

function Head({ column }: { readonly column: PackColumn }) {
  const { opening, openingTitles } = column;
  return (
    <>
      <h1>{column.title}</h1>
      <p className="spans">{opening.scope.join(' ')}</p>
      <h2>{openingTitles.keyFigures}</h2>
      <dl className="key-figures">
        {opening.keyFigures.map(({ id, label, value, change, certainty, note }) => (
          <div key={id}>
            <dt>
              {label}
              {note !== '' && <small> ({note})</small>}
            </dt>
            <dd>
              <span className="value">
                <Told text={value} />
              </span>
              <Told text={change} />
              {certainty !== '' && <span className="certainty">{certainty}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{openingTitles.changes}</h2>
      {opening.changes.map((text) => (
        <p key={text} className="headline">
          <Told text={text} />
        </p>
      ))}
      {column.exactness.map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
    </>
  );
}

function Counting({ column }: { readonly column: PackColumn }) {
  return (
    <>
      <h2>{column.countingTitle}</h2>
      <dl>
        {column.counting.map(({ name, rule }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Page({ columns }: { readonly columns: readonly PackColumn[] }) {
  const [first] = columns;
  const size = columns.length === 1 ? chart.one : chart.two;
  const beside = columns.length === 1 ? 'sheet' : 'sheet beside';
  return (
    <html lang={first?.language ?? 'fr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{columns.map(({ title }) => title).join(' · ')}</title>
        <style>{packStyle(columns.length)}</style>
      </head>
      <body>
        <header className={beside}>
          {columns.map((column) => (
            <div key={column.language} lang={column.language}>
              <Head column={column} />
            </div>
          ))}
        </header>
        <main>
          {(first?.figures ?? []).map(({ id }) => (
            <section key={id} className={beside}>
              {columns.map((column) => {
                const figure = column.figures.find((one) => one.id === id);
                return (
                  <div key={column.language} lang={column.language}>
                    {figure !== undefined && <FigureSheet figure={figure} size={size} />}
                  </div>
                );
              })}
            </section>
          ))}
          <section className={`${beside} counting`}>
            {columns.map((column) => (
              <div key={column.language} lang={column.language}>
                <Counting column={column} />
              </div>
            ))}
          </section>
        </main>
      </body>
    </html>
  );
}

/** The whole page of a pack: nothing is fetched, the same columns give the same text. */
export function packPage(columns: readonly PackColumn[]): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Page columns={columns} />)}\n`;
}
