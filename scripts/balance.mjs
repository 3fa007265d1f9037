// `node scripts/balance.mjs 8400 8410 8420`: listens on the first port and gives each request to the next of the others in turn.
// For one machine; in front of several stands a balancer of the platform.
import http from 'node:http';

const [port = 0, ...targets] = process.argv.slice(2).map(Number);
let turn = 0;

const server = http.createServer((request, response) => forward(request, response, turn++, targets.length));
// Streams stay open for hours.
server.requestTimeout = 0;
server.listen(port, process.env.HOST || 'localhost');

/**
 * Host and Origin stay as the browser sent them: the API compares them. A target that refuses the connection has got nothing of
 * the request yet, so the one after it may have it: not whose turn it is, which other requests move on meanwhile.
 * @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {number} at @param {number} left targets to try
 */
function forward(request, response, at, left) {
  const target = targets[at % targets.length];
  const headers = { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress };
  const { method, url } = request;
  // A connection for each request: one that was kept may turn out to be dead after the request went into it.
  const upstream = http.request({ host: 'localhost', port: target, method, path: url, headers, agent: false });
  upstream.once('socket', (socket) => {
    if (socket.connecting) {
      socket.once('connect', () => request.pipe(upstream));
    } else {
      request.pipe(upstream);
    }
  });
  upstream.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    response.flushHeaders();
    answer.pipe(response);
    // An API that dies in the middle must not look like one that has said all.
    answer.once('error', () => response.destroy());
  });
  upstream.once('error', (error) => {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ECONNREFUSED' && left > 1) {
      forward(request, response, at + 1, left - 1);
    } else if (response.headersSent) {
      response.destroy();
    } else {
      response.writeHead(502).end();
    }
  });
  response.once('close', () => upstream.destroy());
}

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  process.once(signal, () => process.exit());
}
