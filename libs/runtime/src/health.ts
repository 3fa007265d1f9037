import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

/** Says nothing when the dependency serves, else one sentence about what is wrong. */
export type HealthCheck = () => Promise<string | undefined>;
export type HealthChecks = Readonly<Record<string, HealthCheck>>;

/** State of every dependency; `ok` when each of them serves. */
export type Readiness = { readonly ok: boolean; readonly checks: Readonly<Record<string, string>> };

const patience = 2_000;

function withPatience(check: HealthCheck): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`no answer within ${patience} ms`), patience);
    check()
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      .then(resolve)
      .finally(() => clearTimeout(timer));
  });
}

/** Asks all dependencies at once; none can hold the answer up for more than two seconds. */
export async function readinessOf(checks: HealthChecks): Promise<Readiness> {
  const answers = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await withPatience(check)] as const),
  );
  return {
    ok: answers.every(([, fault]) => fault === undefined),
    checks: Object.fromEntries(answers.map(([name, fault]) => [name, fault ?? 'ok'])),
  };
}

export type HealthServer = { readonly port: number; stop(): Promise<void> };

/** Serves `/health/live`, `/health/ready` (503 names which dependency is away) and `/metrics` for a process without an API. */
export async function startHealthServer(options: {
  readonly host: string;
  readonly port: number;
  readonly checks: HealthChecks;
  readonly registry: Registry;
}): Promise<HealthServer> {
  const { checks, registry } = options;

  async function answer(path: string): Promise<{ status: number; type: string; body: string }> {
    switch (path) {
      case '/health/live':
        return { status: 200, type: 'application/json', body: '{"ok":true}' };
      case '/health/ready': {
        const readiness = await readinessOf(checks);
        return { status: readiness.ok ? 200 : 503, type: 'application/json', body: JSON.stringify(readiness) };
      }
      case '/metrics':
        return { status: 200, type: registry.contentType, body: await registry.metrics() };
      default:
        return { status: 404, type: 'application/json', body: '{"ok":false}' };
    }
  }

  const server = http.createServer((request, response) => {
    answer((request.url ?? '/').split('?', 1).join(''))
      .catch((error: unknown) => ({ status: 500, type: 'text/plain', body: String(error) }))
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
