import fc from 'fast-check';
import { remainder97 } from '../../libs/domain/src/anonymity/check-digits.js';
import { ibanStructures } from '../../libs/domain/src/anonymity/iban-structures.js';
import { ordinaryEnglish } from './ordinary.en.js';
import { ordinaryFrench } from './ordinary.fr.js';
import { ordinaryDutch } from './ordinary.nl.js';

const sentence = fc.constantFrom(...ordinaryFrench, ...ordinaryDutch, ...ordinaryEnglish);
const digits = (length: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^\\d{${length}}$`), { size: 'max' });
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const separator = fc.constantFrom('', ' ', '.', '-', '/', ' . ', '\u00a0', '\u2009', '·', ' - ', '\u200b', '–');

/** The parts of a text, of the given lengths. */
export function cut(text: string, sizes: readonly number[]): string[] {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, index) => text.slice(end - (sizes[index] ?? 0), end));
}

/** Puts separators that were drawn at random between the parts of a number, and half of the time none, so that all merged writings are met. */
export function separated(parts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(separator, fc.constant('')), { minLength: parts.length - 1, maxLength: parts.length - 1 })
    .map((separators) => parts.map((part, index) => part + (separators[index] ?? '')).join(''));
}

/** A number in a sentence: only between two words of letters, so that no neighbouring figure or currency becomes part of the number. */
export function planted(number: fc.Arbitrary<string>): fc.Arbitrary<{ text: string; number: string }> {
  return fc.tuple(number, sentence, fc.nat()).map(([value, around, choice]) => {
    const words = around.split(' ');
    const isWord = (word: string | undefined): boolean =>
      /^\p{L}{3,}$/u.test(word ?? '') && !/^(?:eur|tel|gsm)/i.test(word ?? '');
    const places = words.flatMap((word, index) => (isWord(word) && isWord(words[index + 1]) ? [index + 1] : []));
    const place = places[choice % places.length];
    const text =
      place === undefined ? `${around} → ${value}` : [...words.slice(0, place), value, ...words.slice(place)].join(' ');
    return { text, number: value };
  });
}

/** Valid enterprise numbers. */
export const enterpriseDigits = fc
  .tuple(fc.constantFrom('0', '1'), digits(7))
  .map(([first, rest]) => first + rest)
  .filter((body) => Number(body) > 0)
  .map((body) => body + twoDigits(97 - remainder97(body)));

/** Valid national register and BIS numbers of both centuries. */
export const registerDigits = fc
  .tuple(
    fc.nat(99),
    fc.constantFrom(0, 20, 40),
    fc.integer({ min: 0, max: 12 }),
    fc.nat(31),
    digits(3),
    fc.constantFrom('', '2'),
  )
  .map(([year, raised, month, day, serial, century]) => {
    const body = twoDigits(year) + twoDigits(month + raised) + twoDigits(day) + serial;
    return body + twoDigits(97 - remainder97(century + body));
  });

function checkedIban(country: string, body: string): string {
  const value = `${body}${country}00`.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return country + twoDigits(98 - remainder97(value)) + body;
}

/** Valid IBANs of every country; made once for each, as reading a pattern takes longer than drawing from it. */
export const ibanText = fc.oneof(
  ...Array.from(ibanStructures, ([country, { pattern }]) => {
    const body = new RegExp(pattern.source.replace(`${country}\\d{2}`, ''));
    return fc.stringMatching(body, { size: 'max' }).map((text) => checkedIban(country, text));
  }),
);

/** IBANs in groups of four, with separators between them. */
export const separatedIban = ibanText.chain((iban) => separated(iban.match(/.{1,4}/g) ?? []));

/** A number that differs in one digit. */
export function withCheckDigitChanged(number: string, position: number, step: number): string {
  const changed = String((Number(number.charAt(position)) + step) % 10);
  return number.slice(0, position) + changed + number.slice(position + 1);
}
