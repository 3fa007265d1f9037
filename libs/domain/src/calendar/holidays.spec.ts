import { describe, expect, it } from '@jest/globals';
import { region } from '#contracts/kernel/codes';
import { holidaysOf } from './holidays.js';

describe('the holidays of a year', () => {
  it('are the ten of the region, with those that follow Easter in their place', () => {
    expect(holidaysOf(2027, region.calendar)).toEqual([
      '2027-01-01',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-17',
      '2027-07-21',
      '2027-08-15',
      '2027-11-01',
      '2027-11-11',
      '2027-12-25',
    ]);
  });
});
