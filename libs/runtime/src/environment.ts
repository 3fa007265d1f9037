import { z } from 'zod';
import { beyondHelp } from './shutdown.js';

const base64Key = /^[A-Za-z0-9+/]{43}=$/;

/** Where a process listens: this machine only, unless told otherwise. */
const host = z.string().min(1).default('127.0.0.1');

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

/** How people may sign in: as the personas of development, with an account of their organisation's, with a code by mail. */
export const signInModes = ['development', 'oidc', 'mail'] as const;
export type SignInMode = (typeof signInModes)[number];
const signInWords = `none, or some of ${signInModes.join(', ')}, joined by commas`;

/** True unless the user or the password in an address is written in a way that nobody can read. */
function hasReadableLogin(address: string): boolean {
  try {
    const { username, password } = new URL(address);
    return decodeURIComponent(`${username}${password}`) !== undefined;
  } catch (error) {
    return !(error instanceof URIError);
  }
}

/** Variables of the environment by what they reach; a process spreads the shapes it needs into one `z.object`. */
export const environmentShapes = {
  database: {
    DATABASE_URL: z
      .string('the address of PostgreSQL, postgresql://user:password@host:port/database')
      .regex(/^postgres(ql)?:\/\//, 'the address of PostgreSQL, postgresql://user:password@host:port/database'),
  },
  kafka: {
    KAFKA_BROKERS: z
      .string('brokers as host:port, joined by commas')
      .transform((text) => text.split(',').map((broker) => broker.trim()))
      .refine((all) => all.every((broker) => /^[^\s:]+:\d+$/.test(broker)), 'brokers as host:port, joined by commas'),
    TOPIC_PREFIX: z
      .string()
      .regex(/^[a-zA-Z0-9._-]{1,100}$/, 'letters, digits, dots and hyphens')
      .default('relais'),
  },
  /** Where people and programs reach this installation; its events name their schemas there. */
  publicAddress: {
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'the address of this installation, https://…' })
      .default('http://localhost:8400'),
  },
  /** Where mails are handed over, and who sends them. */
  mail: {
    MAIL_SERVER: z
      .url({
        protocol: /^smtps?$/,
        hostname: /^[^\s]+$/,
        error: 'the server for mails, smtp://user:password@host:port or smtps://user:password@host:port',
      })
      .refine(
        hasReadableLogin,
        'user and password are written as an address has them: % as %25, @ as %40, : as %3A, / as %2F',
      )
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$/, 'the sender of mails, “Relais <no-reply@…>”')
      .optional(),
  },
  temporal: {
    TEMPORAL_ADDRESS: z.string('the address of Temporal as host:port').regex(/^[^\s]+:\d+$/, 'an address as host:port'),
    TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
    TEMPORAL_TASK_QUEUE: z.string().min(1).default('relais-cases'),
    PAYLOAD_KEYS: z
      .string('keys as name:base64 of 32 bytes, joined by commas')
      .regex(
        /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
        'keys as name:base64 of 32 bytes, joined by commas',
      ),
  },
  notes: {
    NOTES_KEY: z
      .string('32 bytes in base64')
      .regex(base64Key, '32 bytes in base64')
      .transform((text) => Buffer.from(text, 'base64')),
  },
  disclosure: {
    DISCLOSURE_KEY: z
      .string('32 bytes in base64; the secret with which published figures are rounded')
      .regex(base64Key, '32 bytes in base64; the secret with which published figures are rounded')
      .transform((text) => Buffer.from(text, 'base64')),
    /** For tests and demonstrations; weeks when it is missing. */
    EPOCH_MINUTES: z.coerce.number().int().min(1).max(10_080).optional(),
  },
  api: {
    HOST: host,
    PORT: port(8400),
    SIGN_IN: z
      .string()
      .default('none')
      .transform((text) => (text === 'none' ? [] : text.split(',').map((mode) => mode.trim())))
      .pipe(z.array(z.enum(signInModes), signInWords)),
    /** The identity providers, as JSON or in a file of it; with a secret in it the file is the better place. */
    OIDC_PROVIDERS: z.string().optional(),
    OIDC_PROVIDERS_FILE: z.string().optional(),
    NODE_ENV: z.string().optional(),
    /** How many proxies stand before the API, each of which writes the address it was asked from into `X-Forwarded-For`. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    /** Longest statement of an outside tool that reads schema `analytics`. */
    ANALYTICS_SECONDS: z.coerce.number().min(1).max(3_600).default(60),
    /** Where people report what keeps them out; the accessibility statement says it. */
    ACCESSIBILITY_CONTACT: z
      .union(
        [
          z.email().transform((address) => ({ kind: 'email' as const, address })),
          z.url({ protocol: /^https$/ }).transform((address) => ({ kind: 'site' as const, address })),
        ],
        'an e-mail address, or the https:// address of a form',
      )
      .optional(),
    /** A file that whoever makes backups touches when one is complete: its age is the age of the last backup. */
    BACKUP_NOTE: z.string().min(1).optional(),
    /** Prints plenary packs as PDF; without one people print from their browser. */
    CHROMIUM_PATH: z.string().min(1).optional(),
  },
  archive: {
    /** Folder of the Parquet files, of exports and of scratch files; the API and the archive writer share it. */
    ARCHIVE_FOLDER: z.string('a folder that the API and the archive writer share').min(1),
  },
  worker: {
    HOST: host,
    HEALTH_PORT: port(8401),
    /** Megabytes for cases that are kept between two of their tasks; the fewest have room for all that are worked at at once. */
    CASE_MEMORY_MB: z.coerce.number().int().min(60).max(65_536).default(240),
  },
  projector: { HOST: host, HEALTH_PORT: port(8402) },
  archivist: { HOST: host, HEALTH_PORT: port(8408) },
} as const;

/** One sentence for each variable that is missing or wrong; never says the value, which may be a secret. */
export function sentencesOf(error: z.ZodError, source: Readonly<Record<string, string | undefined>>): string[] {
  const byName = new Map(error.issues.map((issue) => [issue.path.join('.'), issue.message]));
  return [...byName].map(([name, message]) => {
    const fault = source[name] === undefined ? 'is missing' : 'is not valid';
    return name === '' ? `The environment is not valid: ${message}.` : `${name} ${fault}: ${message}.`;
  });
}

/** Parses the environment of the process; on an error prints one sentence for each variable and ends the process. */
export function readEnvironment<Schema extends z.ZodType>(schema: Schema): z.infer<Schema> {
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) {
    return parsed.data;
  }
  process.stderr.write(`${sentencesOf(parsed.error, present).join('\n')}\n`);
  process.exit(beyondHelp);
}
