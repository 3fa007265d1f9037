import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '#contracts/people';
import { firstBucket, ownersOf } from './inbox-order.js';

const actor: Viewer = { personId: 'a', organisationId: 'o', roles: ['actor'], serviceIds: ['north', 'south'] };
const coordinator: Viewer = { personId: 'c', organisationId: 'o', roles: ['coordinator'], serviceIds: [] };

describe('an inbox', () => {
  it('holds the lines of the services one acts for, and the coordinators’', () => {
    expect(ownersOf(actor)).toEqual(['north', 'south']);
    expect(ownersOf(coordinator)).toEqual(['']);
    expect(ownersOf({ ...actor, roles: ['actor', 'coordinator'] })).toEqual(['', 'north', 'south']);
    expect(ownersOf({ ...actor, roles: ['member'] })).toEqual([]);
  });

  it('opens on the most urgent bucket that holds something', () => {
    expect(firstBucket({}, actor)).toBe('to-answer');
    expect(firstBucket({ done: 3, 'on-hold': 1 }, actor)).toBe('on-hold');
    expect(firstBucket({ 'to-answer': 2, escalated: 1 }, coordinator)).toBe('escalated');
  });
});
