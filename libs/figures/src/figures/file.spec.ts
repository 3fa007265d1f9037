import { describe, expect, it } from '@jest/globals';
import { figure, page, type Given } from '#test/figures-page';
import { csvOfFile, fileOf } from './file.js';

describe('a figure as a file', () => {
  const file = (id: string, given: Given) => {
    const scene = page(given);
    return fileOf(figure(scene, id), scene);
  };
  const spaced = (text: string) => text.replaceAll(/\s/g, ' ');
  const filters = { sector: 'horeca', area: 'west', group: 'person' };

  it('says in every line which figure it is, of which weeks and filters, how it is rounded and of which publication', () => {
    const [head, first] = csvOfFile(file('matrix', { filters, answers: { matrix: { 'vat horeca': 20 } } }), 'en')
      .replace('\uFEFF', '')
      .split('\r\n')
      .map(spaced);
    expect(head).toMatch(
      /^Difficulty,.*,Figure,Period,Sector,Area,Difficulties,Rounded to multiples of,Publication,Fingerprint$/,
    );
    expect(first).toMatch(
      /^VAT,.*,Which difficulty in which sector,31 Aug – 29 Nov 26,hotels and restaurants,west,the person,5,7,h$/,
    );
  });

  it('names no filter that the figure does not hear', () => {
    const { lines } = file('flow', { filters, answers: { sent: { 'lawyer accountant': 5 } } });
    expect(lines[0]?.slice(-6)).toStrictEqual(['all sectors', 'the whole region', 'all difficulties', 5, 7, 'h']);
  });

  it('names the weeks of the months that it tells', () => {
    const weekly = { vat: () => 5 };
    const { columns, lines } = file('trend', { weekly });
    const place = columns.findIndex(({ name }) => name === 'Period');
    expect(lines[0]?.[0]).toBe('September 2025');
    expect(spaced(String(lines[0]?.[place]))).toBe('1 Sept 25 – 29 Nov 26');
  });

  it('holds numbers as numbers, and what is no number as text, in a workbook too', () => {
    const { columns } = file('unmet', {});
    expect(columns.slice(-9).map(({ holds }) => holds)).toStrictEqual([
      'number',
      'text',
      'text',
      'text',
      'text',
      'text',
      'number',
      'number',
      'text',
    ]);
  });
});
