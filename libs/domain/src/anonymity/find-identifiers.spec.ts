import { describe, expect, it } from '@jest/globals';
import { identifyingEnglish } from '../../../../test/corpus/identifying.en.js';
import { identifyingFrench } from '../../../../test/corpus/identifying.fr.js';
import { identifyingDutch } from '../../../../test/corpus/identifying.nl.js';
import { ordinaryEnglish } from '../../../../test/corpus/ordinary.en.js';
import { ordinaryFrench } from '../../../../test/corpus/ordinary.fr.js';
import { ordinaryDutch } from '../../../../test/corpus/ordinary.nl.js';
import { identifyingTraps, ordinaryTraps } from '../../../../test/corpus/traps.js';
import { findIdentifiers } from './index.js';

const identifying = [...identifyingFrench, ...identifyingDutch, ...identifyingEnglish];
const ordinary = [...ordinaryFrench, ...ordinaryDutch, ...ordinaryEnglish];

const kindsIn = (text: string): string[] => [...new Set(findIdentifiers(text).map((finding) => finding.kind))].sort();

describe('the corpus', () => {
  it('has at least 80 identifying and 100 ordinary sentences in each language, none twice', () => {
    const sizes = [identifyingFrench, identifyingDutch, identifyingEnglish].map((sentences) => sentences.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(80);
    expect(
      Math.min(...[ordinaryFrench, ordinaryDutch, ordinaryEnglish].map((list) => list.length)),
    ).toBeGreaterThanOrEqual(100);
    const all = [...identifying.map((sentence) => sentence.text), ...ordinary];
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(identifying)('refuses: $text', ({ text, kinds }) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  it.each(ordinary)('lets pass: %s', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });

  it.each(identifyingTraps)('refuses the unusual writing: %s', (text) => {
    expect(findIdentifiers(text)).not.toEqual([]);
  });

  it.each(ordinaryTraps)('is not trapped by: %s', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });
});

describe('what stands between two kinds', () => {
  const only = (text: string): [string, string][] => findIdentifiers(text).map(({ kind, excerpt }) => [kind, excerpt]);

  it('a number with wrong check digits is a phone number when it reads as one, and else ordinary', () => {
    expect(only('Nummer 0199.123.478 staat op de map.')).toEqual([]);
    expect(only('Nummer 0470.123.457 staat op de map.')).toEqual([['phone', '0470.123.457']]);
    expect(only('Rekening BE65 9990 0123 4597 bestaat niet.')).toEqual([]);
  });

  it('a mobile number written in pairs stays a phone number although its check digits happen to be right', () => {
    expect(only('Bel 0470 12 34 65 of niet.')).toEqual([['phone', '0470 12 34 65']]);
    expect(only('Btw BE 0470 12 34 65 klopt.')).toEqual([['enterprise-number', 'BE 0470 12 34 65']]);
  });

  it('the number is reported and not the name inside the address', () => {
    expect(only('Schrijf naar jan.peeters@voorbeeld.be of Jan Peeters.')).toEqual([
      ['email', 'jan.peeters@voorbeeld.be'],
      ['person-name', 'Jan Peeters'],
    ]);
    expect(only('Il habite rue Jean Dupont 12 depuis peu.')).toEqual([['street-address', 'rue Jean Dupont 12']]);
  });
});

describe('a name over two lines', () => {
  it.each([
    ['Afspraak met\nJan\nPeeters', 'Jan\nPeeters'],
    ['Naam\nPEETERS\nJan', 'PEETERS\nJan'],
    ['Besproken met Jan\r\nPeeters, morgen.', 'Jan\r\nPeeters'],
  ])('is one, and all of it is marked: %j', (text, name) => {
    expect(findIdentifiers(text).map(({ kind, excerpt }) => [kind, excerpt])).toEqual([['person-name', name]]);
  });

  it.each(['Btw\nSociale bijdragen\nPersoneel', 'Mars\nMai', 'Facturen\nJan 2026\nDecember 2025'])(
    'is none where lines only follow each other: %j',
    (text) => {
      expect(findIdentifiers(text)).toEqual([]);
    },
  );
});

describe('a number', () => {
  it.each([
    ['bel 0475\n12 34 56', 'phone', '0475\n12 34 56'],
    ['onderneming 0403\r\n170 701', 'enterprise-number', '0403\r\n170 701'],
    ['Rijksregister 85.07.30\n-033.28', 'national-register-number', '85.07.30\n-033.28'],
    ['Rue Haute\n12', 'street-address', 'Rue Haute\n12'],
  ])('broken over two lines is one, and all of it is marked: %j', (text, kind, excerpt) => {
    expect(findIdentifiers(text).map((one) => [one.kind, one.excerpt])).toEqual([[kind, excerpt]]);
  });

  it.each(['BE 403.170.701', 'TVA 403.170.701', 'BE403170701', 'btw: 403170701'])(
    'of an enterprise in nine digits, as it was written once, is found behind its cue: %s',
    (text) => {
      expect(findIdentifiers(text).map(({ kind }) => kind)).toEqual(['enterprise-number']);
    },
  );

  it.each(['réf. 403170701', 'Schulden\n12 500\n8 000\n2 000', 'Rue Haute\n\n\n12 dossiers'])(
    'that only looks like one is none: %j',
    (text) => {
      expect(findIdentifiers(text)).toEqual([]);
    },
  );
});

describe('known limits, kept here so that a change of one is noticed', () => {
  it.each([
    'bel me op nul vier zeven nul twaalf',
    'Zavelput 5 is te huur.',
    'Wojnarowska heeft de deur dichtgedaan.',
    'Né le 12/03/1975 à Liège.',
    'fatima est épuisée',
  ])('passes: %s', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });
});
