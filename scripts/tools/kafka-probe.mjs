import net from 'node:net';

const METADATA = 3;
const VERSION = 1;
const CLIENT = 'relais-probe';
const TIMEOUT_MS = 2_000;

/**
 * Whether a Kafka broker on 127.0.0.1 answers and is registered in its own cluster (Metadata request, version 1, no topics).
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function brokerAnswers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    let received = Buffer.alloc(0);
    /** @param {boolean} answer */
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(TIMEOUT_MS, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
    socket.once('connect', () => socket.write(metadataRequest()));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      // length, correlation id, number of brokers: four bytes each
      if (received.length >= 12) {
        finish(received.readInt32BE(8) > 0);
      }
    });
  });
}

function metadataRequest() {
  const body = Buffer.alloc(10 + CLIENT.length + 4);
  body.writeInt16BE(METADATA, 0);
  body.writeInt16BE(VERSION, 2);
  body.writeInt32BE(1, 4);
  body.writeInt16BE(CLIENT.length, 8);
  body.write(CLIENT, 10);
  body.writeInt32BE(0, 10 + CLIENT.length);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length);
  return Buffer.concat([length, body]);
}
