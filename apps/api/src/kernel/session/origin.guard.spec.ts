import { describe, expect, it } from '@jest/globals';
import { isOwnName, isSameOrigin } from './origin.guard.js';

describe('the origin of a write', () => {
  it.each([
    [{ host: 'relais.example', origin: 'https://relais.example' }, true],
    [{ host: 'localhost:8400', origin: 'http://localhost:8400' }, true],
    [{ host: 'localhost:8400', origin: 'http://localhost:9000' }, false],
    [{ host: 'relais.example', origin: 'https://relais.example.evil.example' }, false],
    [{ host: 'relais.example', origin: 'null' }, false],
    [{ host: 'relais.example', origin: '' }, false],
    [{ host: 'relais.example', 'sec-fetch-site': 'same-origin' }, true],
    [{ host: 'relais.example', 'sec-fetch-site': 'none' }, true],
    [{ host: 'relais.example', 'sec-fetch-site': 'cross-site' }, false],
    [{ host: 'relais.example' }, true],
  ])('%o: %s', (headers, same) => {
    expect(isSameOrigin(headers)).toBe(same);
  });
});

describe('the name under which we are asked', () => {
  it.each([
    ['relais.example', true],
    ['relais.example:8443', true],
    ['RELAIS.example', true],
    ['localhost:8400', true],
    ['relais.localhost', true],
    ['127.0.0.1:8400', true],
    ['192.168.1.20', true],
    ['[::1]:8400', true],
    ['rebound.example', false],
    ['relais.example.rebound.example', false],
    ['notlocalhost', false],
    ['localhost.rebound.example', false],
    ['127.0.0.1.rebound.example', false],
    ['a b', false],
    ['', false],
    [undefined, false],
  ])('%s: ours is %s', (host, ours) => {
    expect(isOwnName(host, 'https://relais.example/')).toBe(ours);
  });
});
