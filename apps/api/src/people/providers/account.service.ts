import { Injectable } from '@nestjs/common';
import type { AccountLine } from '#contracts/people';
import { AccountRepository } from '#persistence/people';
import { Problem } from '../../kernel/problems/problem.js';
import type { Caller } from '../../kernel/session/caller.js';
import { SignInWays } from '../sign-in-ways.js';
import { Providers } from './providers.js';

/** The accounts with which somebody signs in, as far as they manage them by themselves. */
@Injectable()
export class AccountService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly providers: Providers,
    private readonly ways: SignInWays,
  ) {}

  /** The accounts of the caller; one of a provider that is not set up any more goes by its host. */
  async listOwn({ signedIn: { person } }: Caller): Promise<AccountLine[]> {
    const accounts = await this.accounts.findOwn(person.personId);
    return accounts.map(({ issuer, ...account }) => ({
      ...account,
      provider: this.providers.ofIssuer(issuer)?.name ?? new URL(issuer).host,
    }));
  }

  /** Takes an account from the caller, unless nothing else would let them in; one that is not theirs is left as it is. */
  async unlink(accountId: string, { signedIn: { person } }: Caller): Promise<void> {
    const isDone = await this.accounts.unlink(person.personId, accountId, {
      mail: this.ways.has('mail'),
      account: (issuer) => this.providers.ofIssuer(issuer) !== undefined,
    });
    if (!isDone) {
      throw new Problem('last-way-in');
    }
  }
}
