import { describe, expect, it } from '@jest/globals';
import { CubeQuery } from '#contracts/monitoring';
import type { ExactCubeName } from '#contracts/monitoring/codes';
import { Problem } from '../kernel/problems/problem.js';
import { detailsOf } from '../kernel/problems/wording.js';
import { readCubeQuery } from './cube-query.js';

const read = (cube: ExactCubeName, query: object) => readCubeQuery(cube, CubeQuery.parse(query));

function faultOf(cube: ExactCubeName, query: object) {
  try {
    read(cube, query);
  } catch (error) {
    return error instanceof Problem ? detailsOf(error, 'en').errors : error;
  }
  return undefined;
}

describe('a question to a cube', () => {
  it('may break down by two dimensions, keep codes and weeks', () => {
    expect(
      read('opened', {
        by: 'area,size-group',
        where: ['difficulty-group:person,business', 'sector-group:horeca'],
        from: '2026-W01',
        to: '2026-W53',
        grain: 'quarter',
      }),
    ).toEqual({
      by: ['area', 'size-group'],
      where: new Map([
        ['difficulty-group', ['person', 'business']],
        ['sector-group', ['horeca']],
      ]),
      from: '2026-W01',
      to: '2026-W53',
      grain: 'quarter',
    });
  });

  it('is the total by month when it says nothing', () => {
    expect(read('opened', {})).toEqual({ by: [], where: new Map(), grain: 'month' });
    expect(read('opened', { by: '' }).by).toEqual([]);
  });

  it('may name services where a cube is about them', () => {
    expect(read('service-sent', { by: 'service', where: 'service:itaa-accountancy' }).where).toEqual(
      new Map([['service', ['itaa-accountancy']]]),
    );
  });

  it.each([
    [
      { by: 'colour' },
      'by',
      'unknown dimension “colour”; this cube has: difficulty-group, sector-group, area, size-group',
    ],
    [{ by: 'toString' }, 'by', 'unknown dimension “toString”'],
    [{ by: 'stage' }, 'by', 'the cube “opened” does not have the dimension “stage”; it has: difficulty-group'],
    [{ by: 'service' }, 'by', 'does not have the dimension “service”'],
    [{ by: 'area,size-group,sector-group' }, 'by', 'at most 2 dimensions at once'],
    [{ by: 'area,area' }, 'by', 'the dimension “area” is given twice'],
    [{ where: 'area' }, 'where', '“” is not a code of “area”; write area:code,code'],
    [{ where: 'area:west,mars' }, 'where', '“mars” is not a code of “area”'],
    [{ where: 'area:toString' }, 'where', '“toString” is not a code'],
    [{ where: ['area:west', 'area:centre'] }, 'where', 'the dimension “area” is given twice'],
    [{ from: '2026-W10', to: '2026-W09' }, 'to', 'the last week (2026-W09) is before the first (2026-W10)'],
    [{ from: '2025-W53' }, 'from', '2025-W53 does not exist'],
  ])('%j is refused where it is at fault', (query, path, message) => {
    expect(faultOf('opened', query)).toEqual([{ path, message: expect.stringContaining(message) }]);
  });
});
