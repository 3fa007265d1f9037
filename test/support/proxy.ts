import net from 'node:net';

/** A way to a server that a test can cut and mend. */
export type Proxy = {
  /** Host and port to use instead of the server's. */
  readonly address: string;
  /** Ends all connections and refuses new ones. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
};

/** Puts a way in front of a server, `host:port`. */
export async function proxyTo(target: string): Promise<Proxy> {
  const [host = '', port = ''] = target.split(':');
  const sockets = new Set<net.Socket>();
  let isCut = false;
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
    incoming.pipe(outgoing);
    outgoing.pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
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
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        closeAll();
      }),
  };
}
