import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CodeRequest } from '#contracts/people';
import { codeOfBits } from '#domain/spelling';
import { SessionRepository, SignInCodeRepository } from '#persistence/people';
import { letUnsent, Post } from '../kernel/mail/post.js';
import { hashOf } from '../kernel/session/token.js';
import { Installation } from '../kernel/system/installation.js';
import { codeLetter } from './code-letter.js';

/** What is kept of a code: it is worth nothing for another attempt. */
export function codeHashOf(attemptId: string, spelled: string): Buffer {
  return hashOf(`${attemptId} ${spelled}`);
}

/** Sends codes to those who may sign in; of others nothing is kept. */
@Injectable()
export class CodeSender {
  constructor(
    private readonly codes: SignInCodeRepository,
    private readonly sessions: SessionRepository,
    private readonly post: Post,
    private readonly installation: Installation,
  ) {}

  /** Sends a code to an address, if somebody has it who is a member now and has not had too many letters. */
  async send(attemptId: string, { mail, language }: CodeRequest): Promise<void> {
    const personId = await this.codes.findPersonAt(mail);
    const persona = personId === undefined ? undefined : await this.sessions.findPersona(personId);
    if (persona === undefined) {
      return;
    }
    const { person } = persona;
    const code = codeOfBits(BigInt(`0x${randomBytes(5).toString('hex')}`));
    const secret = randomBytes(16).toString('base64url');
    const codeHash = codeHashOf(attemptId, code.replace('-', ''));
    if (await this.codes.begin({ attemptId, personId: person.personId, codeHash, secretHash: hashOf(secret) })) {
      const { publicUrl: address } = this.installation;
      await this.post.send(codeLetter(mail, language, { name: person.name, code, secret, address })).catch(letUnsent);
    }
  }
}
