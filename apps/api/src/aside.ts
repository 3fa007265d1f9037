import { performAside, performing } from '#runtime';
import { readingHistory } from './case/imports/history.js';
import { readHistory } from './case/imports/read-history.js';
import { lookAtSeries, takeSeries } from './outside/read-series.js';
import { lookingAtSeries, takingSeries } from './outside/series-file.js';

// The program of a thread: what the API does beside its event loop, because it takes the longer the more a person sends.
performAside(
  performing(readingHistory, readHistory),
  performing(lookingAtSeries, lookAtSeries),
  performing(takingSeries, takeSeries),
);
