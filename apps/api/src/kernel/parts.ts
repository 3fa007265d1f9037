import type { Provider, Type } from '@nestjs/common';
import type { QueryRunner } from '#archive';
import { Database } from '#persistence/kernel';
import type { Aside, HealthChecks, Logger, Registry, SignInMode } from '#runtime';
import type { CaseClient, ClockClient, EpochClient, QueueWatch } from '#temporal';
import type { MailServer } from './mail/smtp-post.js';
import type { ProviderSettings } from './providers/settings.js';
import type { Installation } from './system/installation.js';

/** What the API is made of before Nest puts it together. */
export type AppParts = {
  readonly database: Database;
  readonly client: CaseClient;
  readonly epochs: EpochClient;
  readonly clocks: ClockClient;
  readonly queue: QueueWatch;
  readonly notesKey: Buffer;
  readonly signIn: readonly SignInMode[];
  /** Where mails leave; without one they are put aside in development, and cannot be sent otherwise. */
  readonly mail?: MailServer | undefined;
  /** How many proxies stand before the API. */
  readonly proxies: number;
  /** Identity providers with whose accounts people sign in. */
  readonly providers: readonly ProviderSettings[];
  readonly installation: Installation;
  /** Folder of the archive. */
  readonly archiveFolder: string;
  /** A file that whoever makes backups touches when one is complete. */
  readonly backupNote?: string | undefined;
  readonly runner: QueryRunner;
  readonly aside: Aside;
  /** Path of a Chromium that prints plenary packs. */
  readonly chromium?: string;
  readonly checks: HealthChecks;
  readonly registry: Registry;
  readonly logger: Logger;
};

/** What a subject brings to the API: its routes, and what answers them. */
export type Subject = { readonly controllers: readonly Type[]; readonly providers: readonly Provider[] };

const parts = Symbol('the parts of the API');

/** Gives the parts to all that is made with `fromParts`. */
export function providing(given: AppParts): Provider {
  return { provide: parts, useValue: given };
}

/** Stands where the parts would, in a preview that makes nothing of them. */
export const withoutParts: Provider = { provide: parts, useValue: undefined };

/**
 * A provider that is made of the parts.
 * @param after what Nest has to have ready before
 */
export function fromParts<Made>(
  provide: abstract new (...given: never[]) => Made,
  make: (given: AppParts) => Made,
  after: readonly Type[] = [],
): Provider {
  return { provide, inject: [parts, ...after], useFactory: make };
}

/** A provider of each repository, which asks for the database and nothing else. */
export function repositories(...classes: readonly (new (database: Database) => object)[]): Provider[] {
  return classes.map((one) => ({
    provide: one,
    inject: [Database],
    useFactory: (database: Database) => new one(database),
  }));
}
