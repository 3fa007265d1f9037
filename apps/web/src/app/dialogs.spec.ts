import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
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

describe('dialogs', () => {
  it('are all opened by the browser tests, which hold where their focus begins and returns to', () => {
    const known = [...dialogPlaces.map(({ of }) => of), ...dialogParts];
    expect(all.filter((one) => !known.includes(one))).toEqual([]);
  });

  it('in the table are still there', () => {
    const known = [...dialogPlaces.map(({ of }) => of), ...dialogParts];
    expect(known.filter((one) => !all.includes(one))).toEqual([]);
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
