import { maxHeaderSize, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Text } from '#contracts/kernel/codes';
import { badPlace } from './bad-input.js';
import { unreadable } from './problem.filter.js';
import { detailsOf } from './wording.js';

const kibibytes = Math.floor(maxHeaderSize / 1_024);

const tooLong: Text = {
  fr: `l’adresse et les en-têtes dépassent ${kibibytes}\u00a0Kio\u00a0; raccourcissez l’adresse`,
  nl: `het adres en de headers zijn samen langer dan ${kibibytes} KiB; maak het adres korter`,
  en: `the address and the headers are longer than ${kibibytes} KiB; shorten the address`,
};

/** Answers like any bad input what HTTP's parser refuses before there is a request; by itself it would close without a word to read. */
export function answerUnread(server: Server): void {
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket: Socket) => {
    if (code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
      socket.end(`HTTP/1.1 408 ${STATUS_CODES[408]}\r\nConnection: close\r\n\r\n`);
      return;
    }
    const text = code === 'HPE_HEADER_OVERFLOW' ? tooLong : unreadable;
    const body = JSON.stringify(detailsOf(badPlace('', text, 400), 'fr'));
    const head = [
      `HTTP/1.1 400 ${STATUS_CODES[400]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  });
}
