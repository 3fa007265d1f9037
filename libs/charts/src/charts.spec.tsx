import { describe, expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { BarChart, FlowDiagram, HeatMatrix, SlopeChart, TileMap, TrendChart, WaitChart } from './index.js';
import { widthOf } from './text.js';

const widths = [288, 390, 620, 1024, 1600];
const reading = 'Rien n’a bougé & tout va bien.';
const months = ['déc.', 'janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.'];
const long = 'Conflit entre associés d’une coopérative agricole';
const difficulties = ['TVA', 'Énergie', long, 'Chiffre d’affaires en baisse', 'Clients qui ne paient pas', 'Santé'];
const heading = (label: string) => ({ key: label, label });

type Box = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Places of all words of a chart that are not turned. */
function boxesOf(markup: string): Box[] {
  return [...markup.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes = '', text = '']) => {
    const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const [x, y, size] = [Number(value('x')), Number(value('y')), Number(value('font-size'))];
    expect([text, size >= 11]).toEqual([text, true]);
    if (value('transform') !== undefined) {
      return [];
    }
    const plain = text.replaceAll('&amp;', '&').replaceAll('&#x27;', '’');
    const wide = widthOf(plain, size, value('font-weight') !== undefined);
    const left = x - { start: 0, middle: wide / 2, end: wide }[value('text-anchor') as 'start' | 'middle' | 'end'];
    return [{ text, left, right: left + wide, top: y - size * 0.5, bottom: y + size * 0.5 }];
  });
}

function faultsOf(markup: string, width: number): string[] {
  const boxes = boxesOf(markup);
  const height = Number(/ height="([\d.]+)"/.exec(markup)?.[1]);
  const outside = boxes
    .filter((box) => box.left < -2 || box.right > width + 2 || box.top < -2 || box.bottom > height + 2)
    .map((box) => `${box.text} lies outside`);
  const over = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map((b) => `${a.text} lies on ${b.text}`),
  );
  return [...outside, ...over];
}

const steady = [95, 100, 105, 95, 110, 120, 115, 125, 140, 155, 165, 60];
const range = { low: 80, high: 122 };
const signals = { at: [8, 9, 10].map((index) => ({ index, tone: 'rise' as const })), label: 'signal depuis septembre' };
const expected = { ranges: months.map(() => range), label: 'fourchette attendue' };

const bands = (countOf: (place: number) => number) =>
  ([2, 4, 8, 16, 24, 40, 80, 160, 480, null] as const).map((upTo, place) => {
    const label = upTo === null ? '> 60 j' : upTo < 8 ? `${upTo} h` : `${upTo / 8} j`;
    return { key: label, label, upTo, count: countOf(place) };
  });

const charts: Record<string, (width: number) => ReactElement> = {
  'trend with a signal': (width) => (
    <TrendChart
      {...{ width, height: 300, reading, periods: months, expected, signals, running: 11 }}
      runningLabel="nov. n’est pas fini : jusqu’au 22 nov."
      series={[{ name: 'dossiers', values: steady }]}
    />
  ),
  'trend at its highest at the end': (width) => (
    <TrendChart
      {...{
        width,
        height: 300,
        reading,
        periods: months.slice(0, 3),
        expected: { ...expected, ranges: [range, range, range] },
      }}
      signals={{ at: [{ index: 2, tone: 'rise' }], label: 'signal depuis septembre' }}
      series={[{ name: 'dossiers', values: [100, 99, 200] }]}
    />
  ),
  'trend of three lines that end together': (width) => (
    <TrendChart
      {...{ width, height: 260, reading, periods: months, running: 11, runningLabel: 'nov. n’est pas fini' }}
      series={['ouverts', 'clôturés', long].map((name, place) => ({
        name,
        values: steady.map((count) => count + place),
      }))}
    />
  ),
  'trend of one period': (width) => (
    <TrendChart {...{ width, height: 240, reading, periods: ['nov.'] }} series={[{ name: 'x', values: [1200] }]} />
  ),
  'trend of nothing': (width) => <TrendChart {...{ width, height: 240, reading, periods: [], series: [] }} />,
  'trend of zeros and gaps': (width) => (
    <TrendChart
      {...{ width, height: 240, reading, periods: months.slice(0, 4) }}
      series={[{ name: 'dossiers', values: [0, null, 0, -5] }]}
    />
  ),
  'slopes, many of them equal': (width) => (
    <SlopeChart
      {...{ width, height: 320, reading, from: '19 juin – 22 nov. (avant)', to: 'depuis le 19 juin' }}
      slopes={[...difficulties, 'Impôts', 'Personnel', 'Famille', 'Gestion', 'Loyers impayés'].map((label, place) => ({
        key: label,
        label,
        before: place < 4 ? 40 : 125,
        after: place < 8 ? 45 : 165,
        tone: place === 2 ? 'rise' : place === 5 ? 'fall' : 'none',
      }))}
    />
  ),
  'slopes of nothing': (width) => <SlopeChart {...{ width, height: 320, reading, from: 'a', to: 'b', slopes: [] }} />,
  'slopes of zeros': (width) => (
    <SlopeChart
      {...{ width, height: 200, reading, from: 'a', to: 'b' }}
      slopes={[{ key: 'a', label: 'TVA', before: 0, after: 0, tone: 'none' }]}
    />
  ),
  matrix: (width) => (
    <HeatMatrix
      {...{ width, reading, marked: 'TVA', rows: difficulties.map(heading) }}
      columns={[
        'horeca',
        'commerce',
        'industrie et agriculture',
        'soins, culture et personnes',
        'a',
        'b',
        'c',
        'd',
      ].map(heading)}
      counts={difficulties.map((_, row) => [0, 5, 30, 125, 995, 15, 20, row])}
    />
  ),
  'matrix of zeros': (width) => (
    <HeatMatrix {...{ width, reading, rows: [heading('a')], columns: [heading('b')], counts: [[0]] }} />
  ),
  'matrix of nothing': (width) => <HeatMatrix {...{ width, reading, rows: [], columns: [], counts: [] }} />,
  map: (width) => (
    <TileMap
      {...{ width, reading, beside: ['hors région : 5', 'commune inconnue : 10'] }}
      tiles={[
        'Berchem-Sainte-Agathe',
        'Saint-Josse-ten-Noode',
        'Woluwe-Saint-Lambert',
        'Uccle',
        'Molenbeek-Saint-Jean',
        'Evere',
      ].map((label, place) => ({ key: label, label, column: place, row: place % 2, count: place * 500 }))}
    />
  ),
  'map of nothing': (width) => <TileMap {...{ width, reading, tiles: [] }} />,
  flow: (width) => (
    <FlowDiagram
      {...{ width, height: 420, reading, headings: ['De', 'Vers', 'Réponse'], nameOf: (_, key) => key }}
      steps={[
        difficulties.flatMap((from, a) =>
          ['médiateur', 'comptable', long].map((to, b) => ({ from, to, count: a * 20 + b })),
        ),
        ['médiateur', 'comptable', long].flatMap((from, a) =>
          ['accepté', 'complet', 'hors de notre mission', 'refus de l’entrepreneur', 'sans réponse', 'x', 'y', 'z'].map(
            (to, b) => ({ from, to, count: b < 1 ? 140 : a + 1 }),
          ),
        ),
      ]}
    />
  ),
  'flow of nothing': (width) => (
    <FlowDiagram
      {...{ width, height: 300, reading, headings: ['De', 'Vers', 'Réponse'], steps: [[], []], nameOf: String }}
    />
  ),
  waiting: (width) => (
    <WaitChart
      {...{ width, height: 220, reading }}
      bands={bands((place) => place * 115)}
      marks={[
        { at: 8.9, label: 'la moitié en 45 jours ouvrables' },
        { at: 9, label: 'neuf sur dix en plus de 60 jours ouvrables' },
      ]}
    />
  ),
  'waiting that is short but for a few': (width) => (
    <WaitChart
      {...{ width, height: 220, reading, bands: bands((place) => (place < 4 ? 200 : 5)) }}
      marks={[
        { at: 1.9, label: 'la moitié : 4 h' },
        { at: 3.6, label: 'neuf sur dix : 2 j' },
      ]}
    />
  ),
  'waiting of nothing': (width) => <WaitChart {...{ width, height: 220, reading, bands: [], marks: [] }} />,
  bars: (width) => (
    <BarChart
      {...{ width, reading }}
      bars={difficulties.map((label, place) => ({ key: label, label, count: place * 1000, before: 4000 }))}
      beforeLabel="25 mai – 23 août 2026"
    />
  ),
  'bars of nothing': (width) => <BarChart {...{ width, reading, bars: [] }} />,
};

describe.each(Object.keys(charts))('a %s', (name) => {
  it.each(widths)('%i pixels wide has legible words that neither collide nor run off', (width) => {
    const markup = renderToStaticMarkup(charts[name]?.(width) ?? <></>);
    expect(faultsOf(markup, width)).toEqual([]);
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    expect(markup).toContain('role="img"');
    expect(markup).toContain(`<title>${reading.replace('&', '&amp;')}</title>`);
  });
});

describe('what is more than chance', () => {
  it('is said by shape and words, not by colour alone', () => {
    const slopes = renderToStaticMarkup(charts['slopes, many of them equal']?.(620) ?? <></>);
    expect(slopes).toMatch(/>▲ 45 /);
    expect(slopes).toMatch(/>▼ 45 /);
    const trend = renderToStaticMarkup(charts['trend with a signal']?.(620) ?? <></>);
    expect(trend).toContain('>signal depuis septembre<');
    expect(trend.match(/h-13Z/g)).toHaveLength(3);
  });

  it('is among the slopes shown when there is no room for all', () => {
    const few = renderToStaticMarkup(
      <SlopeChart
        {...{ width: 400, height: 80, reading, from: 'a', to: 'b' }}
        slopes={Array.from({ length: 17 }, (_, place) => ({
          key: String(place),
          label: `no. ${place}`,
          before: 10,
          after: 100 - place,
          tone: place === 16 ? 'fall' : 'none',
        }))}
      />,
    );
    expect(few).toContain('▼ 84 no. 16');
    expect(few).not.toContain('no. 15');
  });
});

describe('what is not over', () => {
  it('is drawn open and dotted on every line, said in words, and is not the number at the end of the line', () => {
    const several = renderToStaticMarkup(charts['trend of three lines that end together']?.(620) ?? <></>);
    expect(several.match(/<circle [^>]*fill="var\(--card[^>]*>/g)).toHaveLength(3);
    expect(several.match(/stroke-dasharray="1 4"/g)).toHaveLength(3);
    expect(several).toContain('>nov. n’est pas fini<');
    expect(several).toContain('>165 ouverts<');
    const one = renderToStaticMarkup(charts['trend with a signal']?.(620) ?? <></>);
    expect(one).toContain('>165<');
    expect(one).not.toContain('>60<');
  });

  it('is told in whole words on a phone', () => {
    const said = 'décembre commence par la semaine du 30 nov. : chiffres partiels';
    const props = { width: 288, height: 260, reading, periods: months, running: 11, runningLabel: said };
    const markup = renderToStaticMarkup(<TrendChart {...props} series={[{ name: 'dossiers', values: steady }]} />);
    expect([...markup.matchAll(/>([^<]{7,})<\/text>/g)].map(([, line]) => line).join(' ')).toContain(said);
  });
});

describe('a stroke on a bar', () => {
  it('is explained where it stands', () => {
    expect(renderToStaticMarkup(charts['bars']?.(620) ?? <></>)).toContain('>25 mai – 23 août 2026<');
  });
});

describe('a heat map', () => {
  it.each(['matrix', 'map'])('has a legend: %s', (name) => {
    expect(renderToStaticMarkup(charts[name]?.(620) ?? <></>)).toMatch(/data-legend.*>500<|data-legend.*>995</);
  });
});
