import { describe, expect, it } from '@jest/globals';
import { actorOf, coordinator, outsider, services } from '#test/builders';
import { mayRemoveShared } from './index.js';

describe('a shared figure', () => {
  it('is removed by who shared it and by coordinators', () => {
    const maker = actorOf(services.mediator);
    const { personId: madeBy } = maker;
    expect([maker, coordinator, outsider].map((viewer) => mayRemoveShared(viewer, { madeBy }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
