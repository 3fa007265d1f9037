import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { serve } from '../core/child.js';

const responses = new Set<http.ServerResponse>();

serve({
  /** Serves streams on a free port and writes each notice of PostgreSQL to all of them; answers the port. */
  start: async (databaseUrl: string) => {
    const server = http.createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      response.write('retry: 2000\nid: 0\n\n');
      responses.add(response);
      response.once('close', () => responses.delete(response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const listener = new pg.Client({ connectionString: databaseUrl });
    await listener.connect();
    listener.on('notification', ({ payload = '' }) => responses.forEach((response) => response.write(payload)));
    await listener.query('LISTEN bare_frames');
    return (server.address() as AddressInfo).port;
  },
});
