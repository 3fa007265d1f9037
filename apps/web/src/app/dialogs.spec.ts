import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages } from '#contracts/kernel/codes';
import { dialogParts, dialogPlaces } from '#test/dialogs';

const source = path.join(import.meta.dirname, '..');

/** Every component that draws a dialog, as `<file> <component>`. */
function dialogsIn(file: string, text: string): readonly string[] {
  const drawn = /function (\w+)|<(?:Modal|Dialog|FormDialog|CommandDialog|ChoiceDialog|dialog)\b(?=[\s<>/])/g;
  const found: string[] = [];
  let component = '';
  for (const [, name] of text.matchAll(drawn)) {
    if (name === undefined) {
      found.push(`${file} ${component}`);
    } else {
      component = name;
    }
  }
  return [...new Set(found)];
}

const all = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => dialogsIn(file.replaceAll(path.sep, '/'), readFileSync(path.join(source, file), 'utf8')));

const files = readdirSync(source, { recursive: true, encoding: 'utf8' });

/** A text by `<catalogue> <key>`. */
function textOf(by: string, language: string): string {
  const [catalogue = '', key = ''] = by.split(' ');
  const file =
    files.find((one) => one.replaceAll(path.sep, '/').endsWith(`/${catalogue}/texts.${language}.json`)) ?? '';
  const texts = JSON.parse(readFileSync(path.join(source, file), 'utf8')) as unknown;
  const found = key
    .split('.')
    .reduce<unknown>((node, step) => (node as Readonly<Record<string, unknown>> | undefined)?.[step], texts);
  return typeof found === 'string' ? found : '';
}

describe('dialogs', () => {
  it('are all opened by the browser tests, which hold where their focus begins and returns to', () => {
    const known = [...dialogPlaces.map(({ of }) => of), ...dialogParts];
    expect(all.filter((one) => !known.includes(one))).toEqual([]);
  });

  it('in the table are still there', () => {
    const known = [...dialogPlaces.map(({ of }) => of), ...dialogParts];
    expect(known.filter((one) => !all.includes(one))).toEqual([]);
  });

  it('are opened by what ends with an ellipsis, or asks itself: nothing is done yet', () => {
    // A name that is not seen says it of what is; an icon alone has none.
    const unseen = new Set(['events views.remove']);
    const opening = dialogPlaces
      .map(
        ({ by }) =>
          by
            .at(-1)
            ?.replace(/Named$/, '')
            .replace(/named$/, 'open') ?? 'line',
      )
      .filter((by) => by !== 'line' && !unseen.has(by));
    const told = opening.flatMap((by) => languages.map((language) => [by, textOf(by, language)] as const));
    expect(told.filter(([, text]) => !/[…?]$/.test(text))).toEqual([]);
  });

  it('are drawn by one component, which knows where the focus begins', () => {
    const drawing = all.filter((one) => {
      const [file = ''] = one.split(' ');
      return /<Modal\b/.test(readFileSync(path.join(source, file), 'utf8'));
    });
    expect(drawing).toEqual(['shared/dialog.tsx Dialog']);
  });

  it.each(['<FormDialog\n', '<Modal opened>', '<dialog ref={ref}>'])('are found by %j', (tag) => {
    expect(dialogsIn('a.tsx', `function Other() {}\nexport function New() { return ${tag}`)).toEqual(['a.tsx New']);
  });
});
