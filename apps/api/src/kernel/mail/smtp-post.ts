import { createTransport } from 'nodemailer';
import { isThisMachine } from '../system/this-machine.js';
import { type Letter, Post } from './post.js';

/** A server that takes mails, as `smtp://user:password@host:port` or `smtps://…`, and the sender they name. */
export type MailServer = { readonly server: string; readonly from: string };

/** Nobody is waited for longer, so that a server that hangs keeps nothing else from its end; milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Hands mails to a server, and over a network only encrypted, to a server that shows who it is. */
export class SmtpPost extends Post {
  private readonly transport: ReturnType<typeof transportTo>;

  constructor(private readonly mail: MailServer) {
    super();
    this.transport = transportTo(mail.server);
  }

  async send({ to, subject, text }: Letter): Promise<void> {
    await this.transport.sendMail({
      from: this.mail.from,
      to: { name: '', address: to },
      subject,
      text,
      // Answers of machines to machines stay away (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }
}

/** A server as people name it: host and port, without what it is signed in to with. */
export function serverNamed({ server }: MailServer): string {
  return `${new URL(server).hostname}:${portOf(new URL(server))}`;
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'smtps:' ? 465 : 587) : Number(port);
}

function transportTo(server: string) {
  const url = new URL(server);
  const { protocol, hostname, username, password } = url;
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  const isNear = isThisMachine(host);
  const secure = protocol === 'smtps:';
  return createTransport({
    host,
    secure,
    port: portOf(url),
    requireTLS: !secure && !isNear,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !isNear },
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
  });
}
