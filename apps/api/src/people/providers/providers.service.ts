import { Injectable } from '@nestjs/common';
import type { ProvidersView } from '#contracts/people';
import { ProviderTestRepository } from '#persistence/people';
import type { Caller } from '../../kernel/session/caller.js';
import { Providers } from './providers.js';

/** The identity providers as an administrator sees them. */
@Injectable()
export class ProvidersService {
  constructor(
    private readonly providers: Providers,
    private readonly tests: ProviderTestRepository,
  ) {}

  /** All of them, each asked whether it answers, and what the caller's last test brought. */
  async read({ signedIn: { person } }: Caller): Promise<ProvidersView> {
    const tested = await this.tests.findOwn(person.personId);
    const lines = this.providers.all().map(async (provider) => ({
      providerId: provider.id,
      name: provider.name,
      issuer: provider.issuer,
      reachable: await this.providers.isReachable(provider),
      test: tested?.providerId === provider.id ? tested.test : null,
    }));
    return { callback: this.providers.callback, providers: await Promise.all(lines) };
  }
}
