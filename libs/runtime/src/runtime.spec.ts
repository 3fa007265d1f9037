import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { environmentShapes, sentencesOf } from './environment.js';
import { readinessOf, startHealthServer } from './health.js';
import { createLogger, outputTo } from './logger.js';
import { createRegistry } from './metrics.js';

const schema = z.object({ ...environmentShapes.database, ...environmentShapes.kafka, ...environmentShapes.notes });

describe('environment', () => {
  it('says one sentence for each variable and never a value', () => {
    const source = { DATABASE_URL: 'mysql://me:secret@host/db', KAFKA_BROKERS: 'a:1, b:2' };
    const parsed = schema.safeParse(source);
    expect(parsed.error && sentencesOf(parsed.error, source)).toEqual([
      'DATABASE_URL is not valid: the address of PostgreSQL, postgresql://user:password@host:port/database.',
      'NOTES_KEY is missing: 32 bytes in base64.',
    ]);
  });

  it('parses lists, keys and defaults', () => {
    const parsed = schema.parse({
      DATABASE_URL: 'postgresql://me@host/db',
      KAFKA_BROKERS: 'a:1, b:2',
      NOTES_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    expect(parsed).toEqual({
      DATABASE_URL: 'postgresql://me@host/db',
      KAFKA_BROKERS: ['a:1', 'b:2'],
      TOPIC_PREFIX: 'relais',
      NOTES_KEY: Buffer.alloc(32, 7),
    });
  });
});

describe('logger', () => {
  it('fails nobody while its output takes nothing, and keeps only so much for later', () => {
    // As with a full disk: each write fails.
    const file = openSync(fileURLToPath(import.meta.url), 'r');
    const output = outputTo(file);
    let dropped = 0;
    output.on('drop', () => (dropped += 1));
    const logger = createLogger('test', output);
    for (let line = 0; line < 300; line += 1) {
      logger.info({ filling: 'x'.repeat(10_000) }, 'said');
    }
    closeSync(file);
    expect(dropped).toBeGreaterThan(100);
  });

  function linesOf(log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
    const lines: string[] = [];
    log(createLogger('test', { write: (line: string) => void lines.push(line) }));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('hides what people wrote and credentials at any depth', () => {
    const lines = linesOf((logger) =>
      logger.info(
        { body: { items: [{ note: 'Jan', kept: 1 }] }, headers: { Cookie: 'x', authorization: 'y' } },
        'said',
      ),
    );
    expect(lines).toEqual([
      expect.objectContaining({
        process: 'test',
        level: 'info',
        msg: 'said',
        body: { items: [{ note: '[redacted]', kept: 1 }] },
        headers: { Cookie: '[redacted]', authorization: '[redacted]' },
      }),
    ]);
  });

  it('tells an error without what a driver hung on it', () => {
    const error = Object.assign(new Error('duplicate'), { code: '23505', parameters: ['secret'] });
    const [line] = linesOf((logger) => logger.error({ err: error }, 'failed'));
    expect(line).toMatchObject({ err: { type: 'Error', message: 'duplicate', code: '23505' } });
    expect(JSON.stringify(line)).not.toContain('secret');
  });
});

describe('health', () => {
  it('names the dependency that is away', async () => {
    const checks = { database: async () => undefined, kafka: async () => Promise.reject(new Error('refused')) };
    expect(await readinessOf(checks)).toEqual({ ok: false, checks: { database: 'ok', kafka: 'refused' } });
  });

  it('serves life, readiness and measures', async () => {
    const server = await startHealthServer({
      host: '127.0.0.1',
      port: 0,
      checks: { database: async () => 'away' },
      registry: createRegistry(),
    });
    const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
    expect((await get('/health/live')).status).toBe(200);
    const ready = await get('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([503, { ok: false, checks: { database: 'away' } }]);
    expect(await (await get('/metrics')).text()).toContain('process_cpu_seconds_total');
    await server.stop();
  });
});
