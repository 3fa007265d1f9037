import type { Request, Response } from 'express';
import type { OwnSession } from '#contracts/people';
import { cookieOf, deviceKeyOf } from '../kernel/session/token.js';
import type { FromBrowser, Opened } from './session.service.js';

/** A session as its own browser gets it. */
export function ownOf({ session, token }: Opened): OwnSession {
  return { ...session, deviceKey: deviceKeyOf(token) };
}

/** Gives a session that was just opened to the browser that asked. */
export function given(opened: Opened, response: Response): OwnSession {
  response.setHeader('set-cookie', cookieOf(opened.token));
  return ownOf(opened);
}

/** What the browser brings that somebody signs in with. */
export function browserOf({ headers }: Request): FromBrowser {
  return { cookies: headers.cookie, userAgent: headers['user-agent'] };
}
