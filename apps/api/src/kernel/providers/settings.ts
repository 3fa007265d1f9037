import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findIdentifiers } from '#domain/anonymity';
import { isThisMachine } from '../system/this-machine.js';

/** An issuer as OpenID Connect Discovery has it: encrypted, unless nothing leaves this machine, and without query or fragment. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
  // Of its many tenants Entra names one in its issuer; who may come in is not left to all of them.
  const isOfNobody = /^\/(common|organizations|consumers)\b/.test(url.pathname);
  return isSafe && !isOfNobody && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
}

/** An issuer to compare with: some write a slash at its end, and mean the same. */
export function issuerKey(issuer: string): string {
  return issuer.replace(/\/$/, '');
}

/** What asks for the number of the national register, by whatever name: egovNRN of the FAS, rrn of ACM/IDM, INSZ, NISS, SSIN. */
const national = /nrn|rrn|niss|insz|ssin|national|rijksregister|registre/i;

/** True of a scope or claim that would bring the number of the national register. */
export function isNational(name: string): boolean {
  return national.test(name);
}

/** What of a text that a provider tells is such a number, by its check digits: nothing, a part or the whole. */
export function nationalIn(value: string): 'nothing' | 'a part' | 'the whole' {
  const found = findIdentifiers(value).find(({ kind }) => kind === 'national-register-number');
  return found === undefined ? 'nothing' : found.excerpt === value ? 'the whole' : 'a part';
}

/** A scope or the name of a claim, RFC 6749 3.3. */
const word = z.string('is a text').regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/, 'is a word without spaces or quotes');
const words = z.array(word, 'is a list of words');
const harmless = words.refine((all) => !all.some(isNational), {
  message: 'asks for the number of the national register, which Relais must never receive; take it out',
});

/** An identity provider as the configuration has it. */
export const ProviderSettings = z.strictObject(
  {
    id: z
      .string('is missing: a short id, which stands in addresses')
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'is at most 60 lower-case letters, digits and hyphens'),
    name: z.string('is missing: the name that people know it by').trim().min(1, 'is empty').max(80, 'is too long'),
    issuer: z
      .string('is missing: the https:// address that the provider calls itself')
      .refine(isIssuer, 'is an https:// address without query, of one tenant (http:// for this machine only)'),
    clientId: z.string('is missing: the provider gives it out').min(1, 'is empty'),
    clientSecret: z.string('is a text').min(1, 'is empty; leave it out for a public client').optional(),
    scopes: harmless
      .refine((all) => all.includes('openid'), 'lacks openid, without which a provider says nothing of who came')
      .default(['openid']),
    acrValues: words.default([]),
    claims: harmless.default([]),
  },
  'has a field that is not known; known are id, name, issuer, clientId, clientSecret, scopes, acrValues, claims',
);
export type ProviderSettings = z.infer<typeof ProviderSettings>;

const Providers = z
  .array(ProviderSettings, 'is a JSON list of providers, [{"id": …, "name": …, "issuer": …, "clientId": …}]')
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'has an id twice')
  .refine((all) => new Set(all.map(({ issuer }) => issuerKey(issuer))).size === all.length, 'has an issuer twice');

/** What is wrong at which place, never the value there. */
function objectionTo({ path: [at, ...field], message }: z.core.$ZodIssue): string {
  return at === undefined ? message : [`provider ${Number(at) + 1}`, ...field, message].join(' ');
}

type Read = { readonly providers: readonly ProviderSettings[] } | { readonly objection: string };

/** Reads the configuration of providers; what is wrong with it is said without a value of it, which may be a secret. */
export function providersIn(text: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { objection: 'is not JSON' };
  }
  const { data, error } = Providers.safeParse(json);
  return data === undefined ? { objection: error?.issues.map(objectionTo).join('; ') ?? '' } : { providers: data };
}

type Source = { readonly OIDC_PROVIDERS?: string | undefined; readonly OIDC_PROVIDERS_FILE?: string | undefined };

/**
 * The providers that the environment names, itself or in a file, of which there has to be one.
 * @param object is told what is wrong, and with which variable
 */
export function providersOf(
  { OIDC_PROVIDERS: itself, OIDC_PROVIDERS_FILE: file }: Source,
  object: (variable: keyof Source, objection: string) => void,
): readonly ProviderSettings[] {
  if (itself !== undefined && file !== undefined) {
    object('OIDC_PROVIDERS_FILE', 'OIDC_PROVIDERS is set too; set one of them');
    return [];
  }
  const variable = file === undefined ? 'OIDC_PROVIDERS' : 'OIDC_PROVIDERS_FILE';
  const text = file === undefined ? (itself ?? '[]') : contentOf(file);
  const read = text === undefined ? { objection: 'there is no such file, or it may not be read' } : providersIn(text);
  if ('objection' in read) {
    object(variable, read.objection);
    return [];
  }
  if (read.providers.length === 0) {
    object(variable, 'SIGN_IN has oidc, which takes at least one provider; docs/operations.md has examples');
  }
  return read.providers;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
