import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { problems } from '#contracts/catalogue';
import { NotesErased } from '#persistence/case';
import { DatabaseAway } from '#persistence/kernel';
import { AsideBusy, AsideTooHeavy } from '#runtime';
import { CaseRefused, EngineAway, TooBusy } from '#temporal';
import { badInput } from './bad-input.js';
import { refuseIdentifiers } from './identifiers.js';
import { languageOf } from './language.js';
import { Problem } from './problem.js';
import { problemOf, secondsToWait } from './problem.filter.js';
import { detailsOf } from './wording.js';

describe('language of the caller', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['nl', 'nl'],
    ['de-DE,nl-BE;q=0.8,fr;q=0.9', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['de, it', 'fr'],
    ['fr;q=0, nl;q=0.1', 'nl'],
  ] as const)('%s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('problem details', () => {
  it('show codes of lists by their label in the language', () => {
    const problem = new Problem('wrong-state', { params: { state: 'on-hold' } });
    expect(detailsOf(problem, 'fr')).toEqual({
      type: 'urn:relais:problem:wrong-state',
      title: 'Conflict',
      status: 409,
      code: 'wrong-state',
      detail: 'Cette demande est « en pause » ; cela n’est plus possible.',
    });
  });

  it('word the faults of zod in the language, with their paths, and with what people call these', () => {
    const parsed = z.object({ facts: z.object({ sizeBand: z.enum(['a', 'b']) }) }).safeParse({ facts: {} });
    const details = detailsOf(badInput(parsed.error?.issues ?? []), 'nl');
    expect(details.errors).toEqual([{ path: 'facts.sizeBand', message: 'ontbreekt; kies uit a, b' }]);
    expect(details.detail).toBe('De aanvraag is niet geldig: Omvang: ontbreekt; kies uit a, b.');
    const two = z.object({ name: z.string(), mail: z.string() }).safeParse({});
    expect(detailsOf(badInput(two.error?.issues ?? []), 'fr').detail).toMatch(
      /\u00a0: Nom\u00a0: .*\u00a0; Adresse e-mail\u00a0: /,
    );
  });

  it('stand for the errors of every library', () => {
    const codeOf = (error: unknown) => problemOf(error)?.code;
    expect([
      codeOf(new EngineAway('x')),
      codeOf(new DatabaseAway('x')),
      codeOf(new TooBusy('x')),
      codeOf(new AsideBusy('x')),
      codeOf(new AsideTooHeavy('x')),
      codeOf(new NotesErased('x')),
      codeOf(new NotFoundException()),
      codeOf(Object.assign(new Error('large'), { status: 413 })),
      codeOf(new Error('of ours')),
    ]).toEqual([
      'engine-away',
      'engine-away',
      'too-busy',
      'busy',
      'too-heavy',
      'notes-erased',
      'not-found',
      'bad-input',
      undefined,
    ]);
  });

  it('say when to ask again, where the status says that it will pass', () => {
    const passing = Object.entries(problems).filter(([, { status }]) => status === 503 || status === 429);
    expect(Object.keys(secondsToWait).sort()).toEqual(passing.map(([code]) => code).sort());
  });

  it('tell the field of a refusal', () => {
    const problem = problemOf(
      new CaseRefused({ code: 'no-consent', field: 'serviceIds', params: { profession: 'coach' } }),
    );
    expect(problem && detailsOf(problem, 'en')).toMatchObject({
      code: 'no-consent',
      errors: [{ path: 'serviceIds', message: expect.stringContaining('coach') }],
    });
  });

  it('name every identifier of a text with its place', () => {
    const text = 'Mail: a.b@example.org';
    expect(() => refuseIdentifiers('POST /api/v1/cases', { note: text })).toThrow(Problem);
    try {
      refuseIdentifiers('POST /api/v1/cases', { note: text });
    } catch (error) {
      const [place] = detailsOf(error as Problem, 'nl').errors ?? [];
      expect(place).toMatchObject({ path: 'note', kind: 'email', message: 'e-mailadres' });
      expect(text.slice(place?.start, place?.end)).toBe('a.b@example.org');
    }
    expect(() =>
      refuseIdentifiers('POST /api/v1/cases', { note: 'Dettes de TVA depuis deux trimestres.' }),
    ).not.toThrow();
  });
});
