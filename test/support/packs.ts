import { expect } from '@jest/globals';
import type { Pack, PackLanguage } from '#contracts/monitoring';
import type { WithdrawalReason } from '#contracts/monitoring/codes';
import type { Answer, Client } from './http.js';

/** A date so many days from today. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Makes a pack of the last ninety days. */
export const makePack = (client: Client, language: PackLanguage = 'both'): Promise<Answer<Pack>> =>
  client.post('/packs', { since: dayFromNow(-90), until: dayFromNow(0), language });

/** Opens a pack as a browser does. */
export const openPack = (client: Client, { packId }: Pack, what: 'page' | 'pdf', language = 'fr'): Promise<Response> =>
  fetch(`${client.apiUrl}/api/v1/packs/${packId}/${what}`, {
    headers: { cookie: client.cookie, 'accept-language': language },
  });

/** The page of a pack, which runs nothing. */
export async function pageOfPack(client: Client, pack: Pack): Promise<string> {
  const answer = await openPack(client, pack, 'page');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  return answer.text();
}

/** Withdraws a pack, or the remark of a shared figure. */
export const withdraw = <Body>(
  client: Client,
  path: string,
  reason: WithdrawalReason = 'names-somebody',
): Promise<Answer<Body>> => client.post(`${path}/withdrawal`, { reason });
