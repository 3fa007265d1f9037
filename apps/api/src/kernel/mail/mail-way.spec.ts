import { describe, expect, it } from '@jest/globals';
import { MailWay } from './mail-way.js';

const from = 'Relais <no-reply@relais.example>';

describe('how mails leave', () => {
  it.each([
    ['smtp://relais:pass%20word@mail.example', 'mail.example:587'],
    ['smtps://relais:pass%20word@mail.example', 'mail.example:465'],
    ['smtp://[2001:db8::1]:2525', '[2001:db8::1]:2525'],
  ])('of %s is told as %s, without what signs in to it', (server, told) => {
    const { view } = new MailWay({ mail: { server, from }, signIn: ['mail'] });
    expect(view).toEqual({ way: 'server', server: told, from });
  });

  it('without a server is told as it is: put aside in development, not at all elsewhere', () => {
    const wayOf = (signIn: ConstructorParameters<typeof MailWay>[0]['signIn']) => new MailWay({ signIn }).view.way;
    expect([wayOf(['development']), wayOf(['oidc'])]).toEqual(['kept', 'none']);
  });
});
