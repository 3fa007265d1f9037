import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

const { scheduleCheckPendingRequests } = RequestQueue.prototype;

/**
 * kafkajs 2.2.4 comes back every millisecond on every connection, though nothing waits to be sent (tulios/kafkajs#1704): one that
 * rests takes 3 % of a core. From now on none of this process does. What begins to wait later is looked at by whoever puts it there.
 */
export function letIdleConnectionsRest(): void {
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) {
      scheduleCheckPendingRequests.call(this);
    }
  };
}
