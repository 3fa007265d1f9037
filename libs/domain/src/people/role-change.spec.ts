import { describe, expect, it } from '@jest/globals';
import { roleChangeDetail, roleChangeOf } from './index.js';

describe('a change of roles', () => {
  it('is told with the roles of before and after, and read again', () => {
    const detail = roleChangeDetail({ before: ['actor'], after: ['organisation-administrator', 'actor'] });
    expect(detail).toBe('actor>actor+organisation-administrator');
    expect(roleChangeOf(detail ?? '')).toEqual({ before: ['actor'], after: ['actor', 'organisation-administrator'] });
  });

  it('is told of nobody whose roles stay, in whatever order', () => {
    expect(roleChangeDetail({ before: ['actor', 'member'], after: ['member', 'actor'] })).toBeUndefined();
  });

  it('is not what other details tell', () => {
    expect(['takes-over', 'unused', 'accept'].map(roleChangeOf)).toEqual([undefined, undefined, undefined]);
  });
});
