import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { CodeAttempt, CodeRequest, CodeUse, LinkStanding } from '#contracts/people';
import { codeLimits } from '#domain/people';
import { spelledCode } from '#domain/spelling';
import { SignInCodeRepository } from '#persistence/people';
import { Afterwards } from '../kernel/afterwards.js';
import { Problem } from '../kernel/problems/problem.js';
import { hashOf } from '../kernel/session/token.js';
import { codeHashOf, CodeSender } from './code-sender.js';
import { type FromBrowser, type Opened, SessionService } from './session.service.js';
import { SignInWays } from './sign-in-ways.js';
import { Throttle } from './throttle.js';

/** A refused code is answered after so long, so that its time does not tell whether somebody was asked for at all. */
const refusalMilliseconds = 250;

/** Sign-in by a code or a link that came by mail; where nobody signs in so, nothing of it is there. */
@Injectable()
export class SignInCodeService {
  constructor(
    private readonly ways: SignInWays,
    private readonly codes: SignInCodeRepository,
    private readonly sender: CodeSender,
    private readonly sessions: SessionService,
    private readonly throttle: Throttle,
    private readonly afterwards: Afterwards,
  ) {}

  /** Sends a code, if there is somebody to send it to; the answer tells nothing of that, since it comes before. */
  async begin(request: CodeRequest, ip: string | undefined): Promise<CodeAttempt> {
    this.ways.require('mail');
    await this.throttle.take('codes', ip);
    const attemptId = randomUUID();
    this.afterwards.do('sending a code', () => this.sender.send(attemptId, request));
    return { attemptId, minutes: codeLimits.minutes };
  }

  /** Opens a session for whoever has the code or the link of a letter. */
  async use(use: CodeUse, ip: string | undefined, from: FromBrowser): Promise<Opened> {
    this.ways.require('mail');
    await this.throttle.take('uses', ip);
    return this.sessions.openFor(await (use.by === 'link' ? this.takeLink(use) : this.takeCode(use)), 'mail', from);
  }

  /** Whom a link signs in; it is not used by that. */
  async look(secret: string, ip: string | undefined): Promise<LinkStanding> {
    this.ways.require('mail');
    await this.throttle.take('uses', ip);
    const found = await this.codes.findLink(hashOf(secret));
    if (found === undefined) {
      throw new Problem('link-refused');
    }
    return found;
  }

  private async takeLink({ secret }: Extract<CodeUse, { by: 'link' }>): Promise<string> {
    const personId = await this.codes.useLink(hashOf(secret));
    if (personId === undefined) {
      throw new Problem('link-refused');
    }
    return personId;
  }

  private async takeCode({ attemptId, code }: Extract<CodeUse, { by: 'code' }>): Promise<string> {
    const notBefore = delay(refusalMilliseconds);
    const personId = await this.codes.useCode(attemptId, codeHashOf(attemptId, spelledCode(code)));
    if (personId === undefined) {
      await notBefore;
      throw new Problem('code-refused');
    }
    return personId;
  }
}
