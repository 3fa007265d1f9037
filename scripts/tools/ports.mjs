import net from 'node:net';

/** Whether nothing listens on a port of 127.0.0.1. @param {number} port @returns {Promise<boolean>} */
export function isPortFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

// Below the range from which systems give ports to outgoing connections, so that none takes ours in between.
const LOWEST = 20_000;
const HIGHEST = 30_000;

/** Finds several different free ports. @param {number} count @returns {Promise<number[]>} */
export async function freePorts(count) {
  /** @type {number[]} */
  const found = [];
  let port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
  while (found.length < count) {
    port = port >= HIGHEST ? LOWEST : port + 1;
    if (await isPortFree(port)) {
      found.push(port);
    }
  }
  return found;
}

/** Whether a port of 127.0.0.1 accepts a connection. @param {number} port @returns {Promise<boolean>} */
export function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
