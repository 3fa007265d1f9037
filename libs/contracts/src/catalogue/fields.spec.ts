import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { privacy } from '../kernel/ids.js';
import { means } from '../kernel/meaning.js';
import { changesSince, typeBefore, versionOf } from './changes.js';
import { fieldsOf, isHidden } from './fields.js';
import { withoutHidden } from './hidden-fields.js';
import { catalogue, type JsonSchema } from './schemas.js';

const words = ['le sens', 'de zin', 'the meaning'] as const;

function schemaOf(data: z.ZodType): JsonSchema {
  return z.toJSONSchema(z.object({ data }), { target: 'draft-7', io: 'input' });
}

/** A value with every field of a type, each saying its own class of privacy. */
function filled(value: JsonSchema): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const { path, privacy: of } of fieldsOf(value)) {
    const steps = path.replaceAll('[]', '.0').split('.');
    let place = made;
    for (const step of steps.slice(0, -1)) {
      place = (place[step] ??= {}) as Record<string, unknown>;
    }
    place[steps.at(-1) ?? ''] = of;
  }
  return made;
}

function classesIn(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(classesIn);
}

describe.each(catalogue().map(({ type, meaning, value }) => [type, meaning, value] as const))(
  '%s',
  (_type, meaning, value) => {
    it('has a meaning, and every field of it a meaning and a class of privacy', () => {
      expect(Object.values(meaning).filter((text) => text.length > 10)).toHaveLength(3);
      const fields = fieldsOf(value);
      expect(fields.filter((one) => Object.values(one.meaning).some((text) => text.trim() === ''))).toEqual([]);
    });

    it('comes into the archive without persons and notes and with all the rest', () => {
      const open = fieldsOf(value).filter((one) => !isHidden(one));
      expect(classesIn(withoutHidden(filled(value))).sort()).toEqual(open.map((one) => one.privacy).sort());
    });
  },
);

describe('a field', () => {
  it('reads its meaning with that of what it stands in', () => {
    const inner = z.object({ reason: means(z.enum(['full', 'other']), 'motif', 'reden', 'why') });
    const schema = schemaOf(z.object({ decline: means(inner.nullable(), 'refus', 'weigering', 'decline').optional() }));
    expect(fieldsOf(schema)).toEqual([
      {
        path: 'data.decline.reason',
        kind: 'code',
        required: false,
        nullable: true,
        codes: ['full', 'other'],
        meaning: { fr: 'refus : motif', nl: 'weigering: reden', en: 'decline: why' },
        privacy: 'code',
      },
    ]);
  });

  it('keeps its class where it may be null or stands in a list', () => {
    const id = z.uuid().meta(privacy('note'));
    const schema = schemaOf(z.object({ one: means(id.nullable(), ...words), all: means(z.array(id), ...words) }));
    expect(fieldsOf(schema).map((one) => [one.path, one.privacy])).toEqual([
      ['data.one', 'note'],
      ['data.all[]', 'note'],
    ]);
  });

  it('must say what it means', () => {
    expect(() => fieldsOf(schemaOf(z.object({ count: z.number() })))).toThrow(/data.count has no meaning/);
  });

  it('must be marked unless it is a code or a number', () => {
    const text = schemaOf(z.object({ text: means(z.string(), ...words) }));
    expect(() => fieldsOf(text)).toThrow(/data.text has no class of privacy/);
    const number = schemaOf(z.object({ count: means(z.number(), ...words) }));
    expect(fieldsOf(number).map((one) => one.privacy)).toEqual(['code']);
  });
});

describe('changes', () => {
  const before = schemaOf(z.object({ reason: z.enum(['a', 'b']), at: z.iso.datetime(), gone: z.boolean() }));

  it('are told one by one', () => {
    const now = schemaOf(
      z.object({ reason: z.enum(['a', 'c']).optional(), at: z.iso.date(), more: z.array(z.object({ x: z.number() })) }),
    );
    const told = changesSince('released', before, now).map(({ what, path, code }) => [what, path, code]);
    expect(told).toEqual([
      ['field-added', 'data.more[].x', null],
      ['field-gone', 'data.gone', null],
      ['code-added', 'data.reason', 'c'],
      ['code-gone', 'data.reason', 'b'],
      ['requirement-changed', 'data.reason', null],
      ['kind-changed', 'data.at', null],
    ]);
  });

  it('are none between the same, and one when there was nothing', () => {
    expect(changesSince('released', before, before)).toEqual([]);
    expect(changesSince('released', undefined, before)).toEqual([
      { since: 'released', what: 'type-added', path: null, code: null },
    ]);
  });

  it('are those from the version before', () => {
    expect(typeBefore('relais.referral.held.v2')).toBe('relais.referral.held.v1');
    expect(typeBefore('relais.referral.held.v1')).toBeUndefined();
    expect(versionOf('relais.referral.held.v12')).toBe(12);
  });
});
