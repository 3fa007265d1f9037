import { describe, expect, it } from '@jest/globals';
import { actorOf, coordinator, outsider, services } from '#test/builders';
import { mayRemoveShared, mayWithdraw } from './index.js';

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

describe('a pack or a remark', () => {
  it('is withdrawn by who made it and by coordinators', () => {
    const maker = actorOf(services.mediator);
    const { personId: madeBy } = maker;
    expect([maker, coordinator, outsider].map((viewer) => mayWithdraw(viewer, { madeBy }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
