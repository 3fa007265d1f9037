import { describe, expect, it } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { asyncApi } from './async-api.js';
import { catalogue } from './schemas.js';

describe('AsyncAPI', () => {
  it('is valid and describes every event', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApi()));
    const faults = diagnostics
      .filter((one) => one.severity <= 1)
      .map(({ path, message }) => `${path.join('/')}: ${message}`);
    expect(faults).toEqual([]);
    expect(
      document
        ?.messages()
        .all()
        .map((one) => one.name()),
    ).toEqual(catalogue().map((one) => one.type));
  });

  it('would notice a fault', async () => {
    const { channels: _gone, ...broken } = asyncApi();
    const { diagnostics } = await new Parser().parse(JSON.stringify(broken));
    expect(diagnostics.filter((one) => one.severity === 0)).not.toEqual([]);
  });
});
