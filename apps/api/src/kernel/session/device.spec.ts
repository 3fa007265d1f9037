import { expect, it } from '@jest/globals';
import { deviceOf } from './device.js';

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Windows'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
    'Chrome · Linux',
  ],
  ['jan.peeters@example.org/1.0 (Madame Dupont)', ''],
  ['Madame Dupont/1.0 of Laeken', ''],
  ['node', ''],
  ['', ''],
  [undefined, ''],
])('a browser that calls itself %j is called %j', (userAgent, name) => {
  expect(deviceOf(userAgent)).toBe(name);
});
