import { z } from 'zod';
import { SignInRefused } from './relais-client.js';
import { simulate } from './simulator.js';

const Environment = z.object({
  API_URL: z.url().default('http://127.0.0.1:8400'),
  /** 2 is twice as fast. */
  SIM_SPEED: z.coerce.number().positive().default(1),
  SIM_SEED: z.coerce
    .number()
    .int()
    .default(() => Date.now() % 1_000_000),
});

const environment = Environment.safeParse(process.env);
if (environment.success) {
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort());
  process.once('SIGINT', () => stopping.abort());
  try {
    await simulate({
      apiUrl: environment.data.API_URL,
      speed: environment.data.SIM_SPEED,
      seed: environment.data.SIM_SEED,
      signal: stopping.signal,
      report: (line) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`),
    });
  } catch (error) {
    if (!(error instanceof SignInRefused)) {
      throw error;
    }
    console.error(`The simulator stops. ${error.message}`);
    process.exitCode = 1;
  }
  // Idle connections of fetch would keep the process for some seconds more.
  process.exit();
} else {
  console.error(`The simulator cannot start: ${z.prettifyError(environment.error)}`);
  process.exitCode = 1;
}
