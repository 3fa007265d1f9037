import { describe, expect, it } from '@jest/globals';
import type { PackPdfRepository } from '#persistence/monitoring';
import type { PagePrinter } from './chromium.js';
import { PackPress } from './pack-press.js';

/** A press whose prints end when they are told to; `kept` are the PDFs of before. */
function pressWith(kept: Readonly<Record<string, string>> = {}) {
  const pdfs = new Map<string, Buffer>(Object.entries(kept).map(([packId, pdf]) => [packId, Buffer.from(pdf)]));
  const printing: { readonly page: string; readonly end: () => void }[] = [];
  const stored: Pick<PackPdfRepository, 'find' | 'printed'> = {
    find: async (packId) => pdfs.get(packId),
    printed: async (packId, _template, print) => {
      const pdf = await print(packId);
      pdfs.set(packId, pdf);
      return pdf;
    },
  };
  const printer: Pick<PagePrinter, 'isThere' | 'print'> = {
    isThere: true,
    print: (page) =>
      new Promise((resolve) => printing.push({ page, end: () => resolve(Buffer.from(`PDF of ${page}`)) })),
  };
  return { press: new PackPress(stored as PackPdfRepository, printer as PagePrinter), printing };
}

/** Lets everything happen that waits for nothing. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the press', () => {
  it('prints a pack once for all who ask for it', async () => {
    const { press, printing } = pressWith();
    const asked = ['anna', 'sofie', 'anna'].map((person) => press.pdfOf('one', person));
    await settled();
    expect(printing.map(({ page }) => page)).toEqual(['one']);
    printing[0]?.end();
    expect((await Promise.all(asked)).map(String)).toEqual(['PDF of one', 'PDF of one', 'PDF of one']);
    expect(String(await press.pdfOf('one', 'paul'))).toBe('PDF of one');
    expect(printing).toHaveLength(1);
  });

  it('prints nothing that was printed before', async () => {
    const { press, printing } = pressWith({ one: 'of yesterday' });
    expect(String(await press.pdfOf('one', 'anna'))).toBe('of yesterday');
    expect(printing).toEqual([]);
  });

  it('prints one at a time, and those of each person in turn', async () => {
    const { press, printing } = pressWith();
    const asked = [press.pdfOf('a1', 'anna'), press.pdfOf('a2', 'anna'), press.pdfOf('s1', 'sofie')];
    for (const [place, page] of ['a1', 's1', 'a2'].entries()) {
      await settled();
      expect(printing.map((one) => one.page).slice(place)).toEqual([page]);
      printing[place]?.end();
    }
    expect((await Promise.all(asked)).map(String)).toEqual(['PDF of a1', 'PDF of a2', 'PDF of s1']);
  });

  it('refuses who waits for too many others, and nobody else', async () => {
    const { press, printing } = pressWith();
    const asked = ['a1', 'a2', 'a3'].map((packId) => press.pdfOf(packId, 'anna'));
    await settled();
    await expect(press.pdfOf('a4', 'anna')).rejects.toMatchObject({ code: 'too-many-waiting' });
    const other = press.pdfOf('s1', 'sofie');
    for (let place = 0; place < 4; place += 1) {
      await settled();
      printing[place]?.end();
    }
    expect((await Promise.all([...asked, other])).map(String).sort()).toEqual([
      'PDF of a1',
      'PDF of a2',
      'PDF of a3',
      'PDF of s1',
    ]);
  });

  it('goes on after a print that failed', async () => {
    let failures = 1;
    const stored: Pick<PackPdfRepository, 'find' | 'printed'> = {
      find: async () => undefined,
      printed: async () => {
        failures -= 1;
        if (failures >= 0) {
          throw new Error('Chromium ended');
        }
        return Buffer.from('PDF');
      },
    };
    const press = new PackPress(stored as PackPdfRepository, { isThere: true } as PagePrinter);
    await expect(press.pdfOf('one', 'anna')).rejects.toThrow('Chromium ended');
    expect(String(await press.pdfOf('one', 'anna'))).toBe('PDF');
  });
});
