import type { Request } from 'express';
import type { Text } from '#contracts/kernel/codes';
import { badPlace } from '../problems/bad-input.js';
import type { Taking } from './takes.js';

const notJson: Text = {
  fr: 'le contenu n’est pas du JSON en UTF-8 ; vérifiez guillemets, virgules et accolades',
  nl: 'de inhoud is geen JSON in UTF-8; kijk aanhalingstekens, komma’s en accolades na',
  en: 'the body is not JSON in UTF-8; check quotes, commas and braces',
};

const brokenOff: Text = {
  fr: 'le contenu s’arrête avant sa fin ; envoyez-le à nouveau',
  nl: 'de inhoud breekt af voor het einde; stuur hem opnieuw',
  en: 'the body ends before its end; send it again',
};

function otherFormat(type: string): Text {
  return {
    fr: `ce format n’est pas pris en charge ; envoyez ${type} en UTF-8, sans compression`,
    nl: `dit formaat wordt niet ondersteund; stuur ${type} in UTF-8, zonder compressie`,
    en: `this format is not supported; send ${type} in UTF-8, without compression`,
  };
}

function tooLarge(most: number): Text {
  const size = most < 1_048_576 ? `${most / 1_024} KiB` : `${most / 1_048_576} MiB`;
  return {
    fr: `le contenu est trop grand ; envoyez au plus ${size}`,
    nl: `de inhoud is te groot; stuur hoogstens ${size}`,
    en: `the body is too large; send at most ${size}`,
  };
}

/** Whether a request says that it brings a body. */
function brings({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function checkFormat(request: Request, { type }: Taking): void {
  const [given = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^\s*charset="?([^"\s]+)/.exec(one)?.[1]).find((one) => one !== undefined);
  const isJson = type === 'application/json';
  const fits = given.trim() === type || (isJson && given.trim().endsWith('+json'));
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (!fits || encoding !== 'identity' || (isJson && (charset ?? 'utf-8') !== 'utf-8')) {
    throw badPlace('', otherFormat(type), 415);
  }
}

async function bytesOf(request: Request, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // A request that is destroyed takes its connection with it, and nobody would be told why.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += (chunk as Buffer).length;
      if (length > most) {
        break;
      }
      chunks.push(chunk as Buffer);
    }
  } catch {
    throw badPlace('', brokenOff, 400);
  }
  if (length > most) {
    throw badPlace('', tooLarge(most), 413);
  }
  return Buffer.concat(chunks);
}

/**
 * The body of a request, read once it is known who asks and that they may; undefined when there is none. JSON is parsed, a file of
 * rows stays as it is, a form is left to who reads forms.
 * @throws Problem `bad-input` with the status of what is wrong
 */
export async function readBody(request: Request, taking: Taking): Promise<unknown> {
  if (!brings(request)) {
    return undefined;
  }
  checkFormat(request, taking);
  if (Number(request.headers['content-length'] ?? 0) > taking.most) {
    throw badPlace('', tooLarge(taking.most), 413);
  }
  switch (taking.type) {
    case 'multipart/form-data':
      return undefined;
    case 'text/csv':
      return bytesOf(request, taking.most);
    case 'application/json':
      return jsonIn(await bytesOf(request, taking.most));
    default:
      return taking.type satisfies never;
  }
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw badPlace('', notJson, 400);
  }
}
