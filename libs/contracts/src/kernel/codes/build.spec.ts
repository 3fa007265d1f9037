import { describe, expect, it } from '@jest/globals';
import { buildAt, buildOf } from './index.js';

describe('the build of the web application', () => {
  it('is named by the program of its page', () => {
    const page = '<head><script type="module" crossorigin src="/assets/index-Bx_3k-9.js"></script></head>';
    expect(buildAt('/assets/index-Bx_3k-9.js')).toBe(buildOf(page));
    expect([buildOf(page), buildOf('<script type="module" src="/src/main.tsx"></script>')]).toEqual([
      'index-Bx_3k-9',
      null,
    ]);
  });

  it('is not named by what else the page loads', () => {
    const others = '<script src="/assets/scheme-1.js"></script><link rel="modulepreload" href="/assets/react-2.js">';
    expect(buildOf(others)).toBeNull();
    expect(buildOf(`${others}<script type="module" crossorigin src="/assets/index-3.js"></script>`)).toBe('index-3');
  });
});
