import { describe, expect, it } from '@jest/globals';
import type { Series, SeriesView } from '#contracts/outside';
import { sheetsOf } from '#tables';
import { csvOfSeries, workbookOfSeries } from './series-export.js';

const words = (text: string) => ({ fr: `${text} fr`, nl: `${text} nl`, en: text });
const view: SeriesView = {
  series: {
    seriesId: 'bankruptcies',
    title: words('=cmd()'),
    unit: words('bankruptcies'),
    source: 'Office; of statistics',
    licence: 'CC BY 4.0',
    publishedOn: '2026-11-01',
  } as Series,
  municipality: null,
  summed: true,
  values: [
    { period: '2026-01', value: 12 },
    { period: '2026-03', value: 7.5 },
  ],
  withoutSum: ['2026-02'],
  flags: [
    { period: '2026-03', flags: ['provisional', 'estimated'] },
    { period: '2026-04', flags: ['confidential'] },
  ],
  earlier: [],
};

describe('a series as a file', () => {
  it('has a line for each period, with its flags also where there is no value, and what it is', () => {
    expect(csvOfSeries({ ...view, municipality: '21001' }, undefined).split('\r\n')).toStrictEqual([
      'period,municipality,value,flags,series,title,unit,source,licence,published_on',
      ...[
        '2026-01,21001,12,',
        '2026-02,21001,,',
        '2026-03,21001,7.5,provisional estimated',
        '2026-04,21001,,confidential',
      ].map((line) => `${line},bankruptcies,'=cmd(),bankruptcies,"Office; of statistics",CC BY 4.0,2026-11-01`),
      '',
    ]);
  });

  it('is written as the spreadsheets of a language expect it, formulas harmless', () => {
    const [head, , , third] = csvOfSeries(view, 'fr').split('\r\n');
    expect(head?.startsWith('\uFEFFperiod;municipality;value;')).toBe(true);
    expect(third).toBe(
      `2026-03;;7,5;provisional estimated;bankruptcies;'=cmd() fr;bankruptcies fr;"Office; of statistics";CC BY 4.0;2026-11-01`,
    );
  });

  it('is a workbook of numbers and texts', async () => {
    const bytes = new Uint8Array(await new Response(workbookOfSeries(view, 'nl')).arrayBuffer());
    const [sheet] = await sheetsOf(bytes, 100);
    const cells = JSON.stringify(sheet);
    expect(cells).toContain('=cmd() nl');
    expect(cells).toContain('7.5');
    expect(cells).toContain('provisional estimated');
  });
});
