import { describe, expect, it } from '@jest/globals';
import { typeBefore } from './changes.js';
import { catalogue } from './schemas.js';
import { upcast, upcasters, type Upcaster } from './upcast.js';

const steps: Readonly<Record<string, Upcaster>> = {
  'relais.case.spoken.v9': (data) => ({ ...(data as object), loud: false }),
  'relais.case.spoken.v10': (data) => ({ words: [data] }),
};

describe('an upcast', () => {
  it('goes over every version up to the newest', () => {
    expect(upcast('relais.case.spoken.v9', { text: 'a' }, steps)).toEqual({
      type: 'relais.case.spoken.v11',
      data: { words: [{ text: 'a', loud: false }] },
    });
  });

  it.each(['relais.case.spoken.v11', 'relais.case.opened.v1', 'constructor'])('leaves %s as it is', (type) => {
    const data = { text: 'a' };
    expect(upcast(type, data, steps)).toEqual({ type, data });
  });

  it('is there for each version that has a later one', () => {
    const types = catalogue().map(({ type }) => type);
    const former = types.map(typeBefore).filter((type) => type !== undefined);
    expect(Object.keys(upcasters).toSorted()).toEqual(former.toSorted());
  });
});
