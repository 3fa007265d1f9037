import { expect } from '@jest/globals';
import type { FlowStart } from '#contracts/people';
import { mustBeDocumented } from './documented.js';
import { ask } from './http.js';
import type { IdentityProvider } from './identity-provider.js';

/** How a browser came back from a provider: where it was sent, and the session that it has then. */
export type Back = { readonly status: number; readonly to: string; readonly session: string | undefined };

/** A way that was begun: the page of the provider, and the cookie that the browser keeps. */
export type Begun = { readonly address: URL; readonly cookie: string };

function cookieIn(headers: Headers, name: string): string | undefined {
  const given = headers.getSetCookie().map((one) => one.split(';', 1).join());
  return given.find((one) => one.startsWith(`${name}=`));
}

/** What somebody is answered who comes back to sign in and is not let in. */
export function refusedWith(problem: string): Back {
  return { status: 303, to: `/sign-in?problem=${problem}`, session: undefined };
}

/** The ways of browsers between an API and providers. */
export class Ways {
  constructor(private readonly apiUrl: string) {}

  /** Begins one by asking a route of the API for it. */
  async begun(path: string, body?: unknown, cookie = ''): Promise<Begun> {
    const { status, headers, ...answer } = await ask<FlowStart>(this.apiUrl, 'POST', `/api/v1${path}`, {
      headers: { cookie },
      ...(body !== undefined && { body }),
    });
    expect([status, answer.problem?.code]).toEqual([200, undefined]);
    return { address: new URL(answer.body.address), cookie: cookieIn(headers, '__Host-relais-flow') ?? '' };
  }

  /** Begins to sign in. */
  signingIn({ settings }: IdentityProvider, to?: string): Promise<Begun> {
    return this.begun(`/sign-in/providers/${settings.id}`, { purpose: 'sign-in', ...(to !== undefined && { to }) });
  }

  /** Comes back as a browser does, with these cookies. */
  async back({ search }: URL, ...cookies: readonly string[]): Promise<Back> {
    const url = `${this.apiUrl}/api/v1/sign-in/callback${search}`;
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: cookies.join('; ') } });
    mustBeDocumented('GET', url, response);
    await response.text();
    const { status, headers } = response;
    return { status, to: headers.get('location') ?? '', session: cookieIn(headers, '__Host-relais') };
  }

  /** The whole way of somebody who signs in. */
  async wentThrough(provider: IdentityProvider, subject: string, to?: string): Promise<Back> {
    provider.comes({ subject });
    const { address, cookie } = await this.signingIn(provider, to);
    return this.back(await throughProvider(address.href), cookie);
  }
}

/**
 * Does what a browser does at a provider: goes to the address and on from page to page, with the cookies it is given, until it is
 * sent to another site; answers where to.
 */
export async function throughProvider(address: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let place = new URL(address);
  for (let steps = 0; steps < 10; steps += 1) {
    const response = await fetch(place, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    });
    const text = await response.text();
    for (const cookie of response.headers.getSetCookie()) {
      const [, cookieName = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(cookieName, value);
    }
    const location = response.headers.get('location');
    if (location === null) {
      throw new Error(`the provider answers ${response.status}: ${text.slice(0, 500)}`);
    }
    const next = new URL(location, place);
    if (next.origin !== place.origin) {
      return next;
    }
    place = next;
  }
  throw new Error('the provider sends the browser round in circles');
}
