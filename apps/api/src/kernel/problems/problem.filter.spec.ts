import { describe, expect, it } from '@jest/globals';
import type { ArgumentsHost } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { Logger } from '#runtime';
import { Problem } from './problem.js';
import { ProblemFilter } from './problem.filter.js';

/** What is sent to a request with these headers that meets a problem. */
function sentTo(headers: Readonly<Record<string, string>>, problem: Problem): { type: string; body: string } {
  const sent = { type: '', body: '' };
  const response = {
    headersSent: false,
    setHeader: () => response,
    status: () => response,
    type: (type: string) => {
      sent.type = type;
      return response;
    },
    send: (body: string) => {
      sent.body = body;
      return response;
    },
  };
  const host: ArgumentsHost = new ExecutionContextHost([{ headers, method: 'GET' }, response]);
  new ProblemFilter({ error: () => undefined } as unknown as Logger).catch(problem, host);
  return sent;
}

describe('a problem', () => {
  const followed = { 'sec-fetch-mode': 'navigate', 'accept-language': 'nl' };

  it('is a page for who follows a link with the browser, in their language, and with a way back', () => {
    const { type, body } = sentTo(followed, new Problem('nothing-published'));
    expect(type).toBe('text/html');
    expect(body).toContain('<html lang="nl">');
    expect(body).toContain('<a href="/">Terug naar Relais</a>');
    expect(body).not.toContain('{"');
  });

  it('shows what it repeats as text and never as marks', () => {
    const problem = new Problem('bad-input', { params: { detail: '<script>alert(1)</script>' } });
    expect(sentTo(followed, problem).body).toContain('&lt;script&gt;');
  });

  it('is problem details for a program, also for one that takes everything', () => {
    const { type, body } = sentTo({ 'sec-fetch-mode': 'cors', accept: '*/*' }, new Problem('nothing-published'));
    expect(type).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code: 'nothing-published' });
  });
});
