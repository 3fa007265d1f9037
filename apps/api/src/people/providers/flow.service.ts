import { Injectable } from '@nestjs/common';
import { type FlowPurpose, type FlowRequest, type FlowStart, PersonName } from '#contracts/people';
import { type FlowProblem, flowProblemIn } from '#contracts/people/codes';
import { AccountRepository, type Flow, FlowRepository, ProviderTestRepository } from '#persistence/people';
import { mayDo, viewerOf } from '#domain/people';
import { Problem } from '../../kernel/problems/problem.js';
import { hashOf, newToken } from '../../kernel/session/token.js';
import { JoiningService } from '../joining.service.js';
import { type FromBrowser, type Opened, SessionService } from '../session.service.js';
import { Throttle } from '../throttle.js';
import { flowMinutes, flowSecretIn, flowWordsOf, isStateOf } from './flow-secret.js';
import { broughtOf, isStrongEnough } from './provider-claims.js';
import { type Confirmed, Providers } from './providers.js';

/** A way to a provider that was begun: where the browser goes, and the secret that it keeps meanwhile. */
export type Begun = FlowStart & { readonly secret: string };

/** Where a browser goes that came back from a provider, and the session that was opened for it. */
export type CameBack = { readonly to: string; readonly opened?: Opened };

/** For what, and for whom, somebody goes to a provider. */
type Going = Partial<Omit<Flow, 'providerId' | 'purpose' | 'returnTo'>> & {
  readonly purpose: FlowPurpose;
  readonly returnTo: string;
};

/** Ways to an identity provider and back: what was begun in a browser ends in the same one, once, and within minutes. */
@Injectable()
export class FlowService {
  constructor(
    private readonly providers: Providers,
    private readonly flows: FlowRepository,
    private readonly accounts: AccountRepository,
    private readonly tests: ProviderTestRepository,
    private readonly sessions: SessionService,
    private readonly joining: JoiningService,
    private readonly throttle: Throttle,
  ) {}

  /** Begins for somebody whom nobody knows yet. */
  async begin(providerId: string, request: FlowRequest, ip: string | undefined): Promise<Begun> {
    await this.throttle.take('flows', ip);
    const { purpose, to: returnTo = '/' } = request;
    if (request.purpose === 'sign-in') {
      return this.go(providerId, { purpose, returnTo });
    }
    const { secret, name: joinerName = null, language: joinerLanguage = null } = request;
    return this.go(providerId, { purpose, returnTo, invitationHash: hashOf(secret), joinerName, joinerLanguage });
  }

  /** Begins for somebody who is signed in, and comes back to a page of theirs. */
  beginFor(personId: string, providerId: string, purpose: 'link' | 'test', returnTo: string): Promise<Begun> {
    return this.go(providerId, { purpose, returnTo, personId });
  }

  private async go(providerId: string, going: Going): Promise<Begun> {
    const secret = newToken();
    const address = await this.providers.addressOf(this.providers.get(providerId), flowWordsOf(secret));
    const flow = { personId: null, invitationHash: null, joinerName: null, joinerLanguage: null, ...going };
    await this.flows.begin(hashOf(secret), { providerId, ...flow }, flowMinutes);
    return { address, secret };
  }

  /**
   * Ends what a browser comes back from. One that brings a state of another way, or none, leaves a way that is open as it was: it
   * followed a link of somebody else.
   * @param search the query with which it came, as it was written
   */
  async end(state: string, search: string, from: FromBrowser): Promise<CameBack> {
    const secret = flowSecretIn(from.cookies);
    const isOwn = secret !== undefined && secret !== '' && isStateOf(secret, state);
    const flow = isOwn ? await this.flows.take(hashOf(secret)) : undefined;
    if (!isOwn || flow === undefined) {
      return { to: withProblem('/sign-in', 'flow-over') };
    }
    return this.finish(flow, search, secret, from).catch((error: unknown) => {
      const problem = error instanceof Problem ? flowProblemIn(error.code) : undefined;
      if (problem === undefined) {
        throw error;
      }
      return { to: comingBack(flow, problem) };
    });
  }

  private async finish(flow: Flow, search: string, secret: string, from: FromBrowser): Promise<CameBack> {
    const { providerId, purpose, returnTo: to } = flow;
    const personId = await this.whoBegan(flow, from);
    const provider = this.providers.get(providerId);
    const more = purpose === 'test' || (purpose === 'invitation' && flow.joinerName === null);
    const confirmed = await this.providers.confirm(provider, search, flowWordsOf(secret), { more });
    if (purpose === 'test') {
      await this.tests.keep(personId, providerId, broughtOf(provider, confirmed.claims));
      return { to };
    }
    if (!isStrongEnough(provider, confirmed.claims)) {
      throw await this.refused(providerId, 'too-weak');
    }
    switch (purpose) {
      case 'sign-in':
        return { to, opened: await this.signIn(providerId, confirmed, from) };
      case 'invitation':
        return this.accept(flow, confirmed, from);
      case 'link':
        if (!(await this.accounts.link(personId, confirmed.account))) {
          throw new Problem('account-taken');
        }
        return { to };
      default:
        return purpose satisfies never;
    }
  }

  /** Who is signed in and began it, still with the right that it takes; of a way that was begun for nobody, no name. */
  private async whoBegan({ personId, purpose }: Flow, { cookies }: FromBrowser): Promise<string> {
    if (personId === null) {
      return '';
    }
    const now = await this.sessions.findIn(cookies);
    const isSame = now?.person.personId === personId && now.passkey !== 'awaited';
    if (now === undefined || !isSame || (purpose === 'test' && !mayDo(viewerOf(now), 'test-provider'))) {
      throw new Problem('flow-over');
    }
    return personId;
  }

  private async signIn(providerId: string, { account }: Confirmed, from: FromBrowser): Promise<Opened> {
    const personId = await this.accounts.findPerson(account);
    if (personId === undefined) {
      throw await this.refused(providerId, 'account-unknown');
    }
    const opened = await this.sessions.openFor(personId, 'provider', from).catch(async (error: unknown) => {
      throw error instanceof Problem && error.code === 'no-membership'
        ? await this.refused(providerId, 'no-membership')
        : error;
    });
    await this.accounts.noteUse(account);
    return opened;
  }

  private async accept(flow: Flow, { account, claims }: Confirmed, from: FromBrowser): Promise<CameBack> {
    const { invitationHash, joinerName, joinerLanguage, returnTo: to } = flow;
    if (invitationHash === null) {
      throw new Problem('flow-over');
    }
    const name = joinerName ?? PersonName.safeParse(claims['name']).data;
    const shown = { account, name, language: joinerLanguage ?? undefined };
    const joined = await this.joining.acceptWith(invitationHash, shown).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'passkey-needed') {
        return undefined;
      }
      throw error;
    });
    if (joined === undefined) {
      // They are known by the account, and join once they have shown their passkey: the page of the invitation leads there.
      return { to: '/join', opened: await this.signIn(flow.providerId, { account, claims }, from) };
    }
    const { personId, membershipId } = joined;
    await this.accounts.noteUse(account);
    return { to, opened: await this.sessions.openFor(personId, 'provider', from, { membershipId }) };
  }

  /** Writes down that somebody whom a provider knows was not let in. */
  private async refused(providerId: string, problem: FlowProblem): Promise<Problem> {
    await this.accounts.noteRefusal(providerId, problem);
    return new Problem(problem);
  }
}

/** The page that one comes back to with a problem; that of an invitation knows its link, of which nothing stands in an address. */
function comingBack({ purpose, returnTo }: Flow, problem: FlowProblem): string {
  switch (purpose) {
    case 'sign-in':
      return withProblem('/sign-in', problem, returnTo);
    case 'invitation':
      return withProblem('/join', problem);
    default:
      return withProblem(returnTo, problem);
  }
}

/** The page that says what went wrong. */
function withProblem(page: string, problem: FlowProblem, to?: string): string {
  // Only the path is used of it.
  const address = new URL(page, 'http://relais.invalid');
  address.searchParams.set('problem', problem);
  if (to !== undefined && to !== '/') {
    address.searchParams.set('to', to);
  }
  return `${address.pathname}${address.search}${address.hash}`;
}
