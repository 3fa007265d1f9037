import net from 'node:net';
import { Late } from './late.js';

/** A way to a server that a test can cut and mend. */
export type Proxy = {
  /** Host and port to use instead of the server's. */
  readonly address: string;
  /** Ends all connections and refuses new ones. */
  cut(): void;
  mend(): void;
  /** Holds back what passes, in each direction, from now on; 0 lets it through at once. */
  delay(milliseconds: number): void;
  stop(): Promise<void>;
};

/**
 * Puts a way in front of a server, `host:port`.
 * @param ownPort where it listens; a free port unless said otherwise
 */
export async function proxyTo(target: string, ownPort = 0): Promise<Proxy> {
  const [host = '', port = ''] = target.split(':');
  const sockets = new Set<net.Socket>();
  let isCut = false;
  let delay = 0;
  const hold = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  };
  const server = net.createServer((incoming) => {
    hold(incoming);
    if (isCut) {
      incoming.destroy();
      return;
    }
    const outgoing = net.connect(Number(port), host);
    hold(outgoing);
    incoming.once('close', () => outgoing.destroy());
    outgoing.once('close', () => incoming.destroy());
    incoming.pipe(new Late(() => delay)).pipe(outgoing);
    outgoing.pipe(new Late(() => delay)).pipe(incoming);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(ownPort, '127.0.0.1', () => resolve());
  });
  const closeAll = () => sockets.forEach((socket) => socket.destroy());
  const { port: own } = server.address() as net.AddressInfo;
  return {
    address: `127.0.0.1:${own}`,
    cut: () => {
      isCut = true;
      closeAll();
    },
    mend: () => {
      isCut = false;
    },
    delay: (milliseconds) => {
      delay = milliseconds;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        closeAll();
      }),
  };
}
