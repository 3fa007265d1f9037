import { describe, expect, it } from '@jest/globals';
import { identifyingEnglish } from './corpus/identifying.en.js';
import { identifyingFrench } from './corpus/identifying.fr.js';
import { identifyingDutch } from './corpus/identifying.nl.js';
import { ordinaryEnglish } from './corpus/ordinary.en.js';
import { ordinaryFrench } from './corpus/ordinary.fr.js';
import { ordinaryDutch } from './corpus/ordinary.nl.js';
import { findIdentifiers } from './index.js';

const identifying = [...identifyingFrench, ...identifyingDutch, ...identifyingEnglish];
const ordinary = [...ordinaryFrench, ...ordinaryDutch, ...ordinaryEnglish];

const kindsIn = (text: string): string[] => [...new Set(findIdentifiers(text).map((finding) => finding.kind))].sort();

describe('the corpus', () => {
  it('has at least 80 identifying and 100 ordinary sentences in each language, none twice', () => {
    const sizes = [identifyingFrench, identifyingDutch, identifyingEnglish].map((sentences) => sentences.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(80);
    expect(Math.min(...[ordinaryFrench, ordinaryDutch, ordinaryEnglish].map((list) => list.length))).toBeGreaterThanOrEqual(100);
    const all = [...identifying.map((sentence) => sentence.text), ...ordinary];
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(identifying)('refuses: $text', ({ text, kinds }) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  it.each(ordinary)('lets pass: %s', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });
});
