import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { createKafka } from './client.js';

const queue = () =>
  new RequestQueue({ maxInFlightRequests: 1, isConnected: () => true, logger: { debug: () => undefined } });

beforeAll(() => {
  createKafka(['none:0']);
});

// Of the real ones a loop would never end.
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
});

describe('a connection to Kafka', () => {
  it('on which nothing waits to be sent rests', () => {
    const idle = queue();
    idle.checkPendingRequests();
    expect(idle.throttleCheckTimeoutId).toBeNull();
  });

  it('on which something waits comes back for it', () => {
    const busy = queue();
    const send = jest.fn();
    const throttled = Object.assign(busy, { throttledUntil: Date.now() + 500, sendSocketRequest: send });
    throttled.pending.push('a request');
    throttled.scheduleCheckPendingRequests();
    jest.advanceTimersByTime(400);
    expect(send).not.toHaveBeenCalled();
    jest.advanceTimersByTime(200);
    expect(send).toHaveBeenCalledWith('a request');
    expect(busy.throttleCheckTimeoutId).toBeNull();
  });
});
