import { describe, expect, it } from '@jest/globals';
import { KeptLetters } from './kept-letters.js';
import { SignInCodeService } from './sign-in-code.service.js';
import { SignInWays } from './sign-in-ways.js';

describe('an installation where nobody signs in by mail', () => {
  it('knows no codes and no links', async () => {
    const ways = new SignInWays(['development', 'oidc']);
    const nothing = {} as never;
    const service = new SignInCodeService(ways, nothing, nothing, nothing, nothing, nothing);
    const from = { cookies: undefined, userAgent: undefined };
    const answers = await Promise.allSettled([
      service.begin({ mail: 'a@b.example', language: 'fr' }, '192.0.2.7'),
      service.look('x', '192.0.2.7'),
      service.use({ by: 'link', secret: 'x' }, '192.0.2.7', from),
    ]);
    const notFound = { status: 'rejected', reason: { code: 'not-found' } };
    expect(answers).toMatchObject([notFound, notFound, notFound]);
  });
});

describe('an installation whose mails leave', () => {
  it('shows them to nobody', async () => {
    const sent = new KeptLetters(undefined);
    expect(sent.areKept).toBe(false);
    await expect(sent.list()).rejects.toMatchObject({ code: 'not-found' });
  });
});
