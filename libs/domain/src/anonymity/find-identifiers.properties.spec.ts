import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifyingEnglish } from '../../../../test/corpus/identifying.en.js';
import { identifyingFrench } from '../../../../test/corpus/identifying.fr.js';
import { identifyingDutch } from '../../../../test/corpus/identifying.nl.js';
import {
  cut,
  enterpriseDigits,
  ibanText,
  planted,
  registerDigits,
  separated,
  separatedIban,
  withCheckDigitChanged,
} from '../../../../test/corpus/numbers.js';
import { findIdentifiers } from './index.js';
import type { Finding, IdentifierKind } from './index.js';
import { runs } from '#test/runs';

const found = (text: string, kind: IdentifierKind): Finding[] =>
  findIdentifiers(text).filter((finding) => finding.kind === kind);

const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^A-Za-z\d]/g, '')
    .toUpperCase();

describe('numbers with check digits', () => {
  it('finds every valid enterprise number between words, whatever separates it', () => {
    const number = fc
      .tuple(fc.constantFrom('', 'BE', 'BE ', 'be-'), enterpriseDigits)
      .chain(([prefix, value]) => separated(cut(value, [4, 3, 3])).map((text) => prefix + text));
    fc.assert(
      fc.property(planted(number), ({ text, number: value }) => {
        const digitsFound = found(text, 'enterprise-number').map((finding) =>
          compact(finding.excerpt).replace('BE', ''),
        );
        expect(digitsFound).toContain(compact(value).replace('BE', ''));
      }),
      runs(500),
    );
  });

  it('finds every valid national register and BIS number of both centuries', () => {
    const number = registerDigits.chain((value) => separated(cut(value, [2, 2, 2, 3, 2])));
    fc.assert(
      fc.property(planted(number), ({ text, number: value }) => {
        expect(found(text, 'national-register-number').map((finding) => compact(finding.excerpt))).toContain(
          compact(value),
        );
      }),
      runs(500),
    );
  });

  it('finds every valid IBAN of every country, also in small letters', () => {
    const number = fc.tuple(separatedIban, fc.boolean()).map(([value, small]) => (small ? value.toLowerCase() : value));
    fc.assert(
      fc.property(planted(number), ({ text, number: value }) => {
        expect(found(text, 'iban').map((finding) => compact(finding.excerpt))).toContain(compact(value));
      }),
      runs(500),
    );
  });

  it('takes no number with one check digit changed for an enterprise number', () => {
    const number = fc
      .tuple(enterpriseDigits, fc.constantFrom(8, 9), fc.integer({ min: 1, max: 9 }))
      .map(([value, position, step]) => withCheckDigitChanged(value, position, step))
      .chain((value) => separated(cut(value, [4, 3, 3])));
    fc.assert(
      fc.property(planted(number), ({ text }) => expect(found(text, 'enterprise-number')).toEqual([])),
      runs(500),
    );
  });

  it('takes no number with one check digit changed for an IBAN', () => {
    const number = fc
      .tuple(ibanText, fc.constantFrom(2, 3), fc.integer({ min: 1, max: 9 }))
      .map(([value, position, step]) => withCheckDigitChanged(value, position, step))
      .chain((value) => separated(value.match(/.{1,4}/g) ?? []));
    fc.assert(
      fc.property(planted(number), ({ text, number: value }) => {
        expect(found(text, 'iban').map((finding) => compact(finding.excerpt))).not.toContain(compact(value));
      }),
      runs(500),
    );
  });

  it('reads the digits of other scripts', () => {
    const zeros = fc.constantFrom(0x0660, 0x06f0, 0x0966, 0xff10, 0x1d7ce, 0x1d7f6);
    fc.assert(
      fc.property(enterpriseDigits, fc.array(zeros, { minLength: 10, maxLength: 10 }), (value, scripts) => {
        const disguised = Array.from(value, (digit, index) =>
          String.fromCodePoint((scripts[index] ?? 0) + Number(digit)),
        );
        const text = `Nummer ${disguised.join('')} controleren.`;
        expect(found(text, 'enterprise-number').map((finding) => finding.excerpt)).toEqual([disguised.join('')]);
      }),
    );
  });
});

function expectWellFormed(text: string): void {
  const findings = findIdentifiers(text);
  for (const [index, finding] of findings.entries()) {
    expect(finding.excerpt).toBe(text.slice(finding.start, finding.end));
    expect(finding.end).toBeGreaterThan(finding.start);
    expect(finding.start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0);
  }
}

describe('places', () => {
  const identifying = [...identifyingFrench, ...identifyingDutch, ...identifyingEnglish].map(({ text }) => text);

  it('point at the excerpt in the original text, in order and without overlap', () => {
    const noise = fc.constantFrom('', '🙂 ', 'e\u0301t\u00e9 ', '\u200b\u200b', 'ﬁn ', '… ', '\u{1d7d8} ', '\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(noise, fc.constantFrom(...identifying)), { minLength: 1, maxLength: 4 }),
        (parts) => {
          expectWellFormed(parts.flat().join(' '));
        },
      ),
      runs(500),
    );
  });

  it('are well formed in any text at all', () => {
    const anything = fc.integer({ min: 0, max: 0x10ffff - 0x800 });
    // Not the unit 'binary' of fast-check, which first makes a table of a million characters.
    const unit = anything.map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800));
    fc.assert(fc.property(fc.string({ unit, maxLength: 300 }), expectWellFormed), runs(500));
  });

  it('take in the accents of the last letter', () => {
    const excerpts = findIdentifiers('Écrire à Mme Dupre\u0301, puis à M. Dubre\u0302\u0301.').map(
      ({ excerpt }) => excerpt,
    );
    expect(excerpts).toEqual(['Dupre\u0301', 'Dubre\u0302\u0301']);
  });

  it('leave out what only surrounds the identifier', () => {
    expect(findIdentifiers('👩‍🍳 Écrire à bar@exemple.be, puis Mme Dubreucq.')).toEqual([
      { kind: 'email', start: 15, end: 29, excerpt: 'bar@exemple.be' },
      { kind: 'person-name', start: 40, end: 48, excerpt: 'Dubreucq' },
    ]);
  });
});

describe('hostile input', () => {
  const fragments = [
    'a',
    'A',
    '0',
    ' ',
    '\n',
    '@',
    'a@',
    'a.',
    '.a',
    'a-',
    "d'",
    '0.',
    '0 ',
    '04 ',
    '+3',
    '00',
    'BE',
    'BE12 ',
    'be.',
    'www.',
    'http://',
    'a dot ',
    ' at ',
    '[at]',
    '(dot)',
    'a [.] ',
    'rue ',
    'rue A ',
    'Astraat',
    'Astraat 1, ',
    '12 A ',
    'A Street ',
    'Jan ',
    'van ',
    'Jan van ',
    'M. ',
    'A. ',
    'S.R.L. ',
    'A & ',
    '& fils',
    'nom : ',
    "s'appelle ",
    'son mari, ',
    'tel ',
    'gsm:',
    '1/1/2024',
    '1.1.',
    'e\u0301',
    '\u0301',
    '\u200b',
    '\ufdfa',
    '()',
    '((',
    '-',
    "'",
    '%',
    'point be ',
    'facebook: ',
    '@a',
    'a_',
    'Aa',
    'aA-',
  ];

  // Twelve times the longest text that is taken.
  it.each(fragments)('50,000 characters of %j are read to their end', (fragment) => {
    expectOrdered(fragment.repeat(50_000 / fragment.length));
  });

  it('random mixtures of such fragments are read to their end', () => {
    const mixture = fc.array(fc.constantFrom(...fragments), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(mixture, (parts) => expectOrdered(parts.join('').repeat(10_000 / parts.join('').length))),
      { numRuns: 60 },
    );
  });

  function expectOrdered(text: string): void {
    const findings = findIdentifiers(text);
    const starts = findings.map((finding) => finding.start);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  }
});
