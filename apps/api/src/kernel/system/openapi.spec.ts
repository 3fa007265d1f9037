import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const text = readFileSync('libs/contracts/generated/openapi.json', 'utf8');

it('the document refers to each of its schemas, and to no other', () => {
  const { components } = JSON.parse(text) as { components: { schemas: Record<string, object> } };
  const referred = new Set([...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name));
  expect([...referred].sort()).toEqual(Object.keys(components.schemas));
  expect(text).not.toContain('#/definitions/');
});

it('the document writes a schema that has a name once', () => {
  expect(text.length).toBeLessThan(700_000);
});
