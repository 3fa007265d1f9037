import { codesOf } from '#contracts/kernel/codes';
import { EpochList, PublishedEpoch } from '#contracts/monitoring';
import { cubeNames, dimensions, dimensionsOf, type CubeName, type Dimension } from '#contracts/monitoring/codes';

/** One answer of the API, as bytes; `date` is left out, nothing else. Of the live stream it is the beginning. */
export type PublishedAnswer = {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What one epoch published of one cube. */
export type Publication = {
  readonly cube: CubeName;
  readonly epochId: string;
  readonly cells: readonly { readonly codes: readonly string[]; readonly count: number }[];
};

/** Everything that somebody without rights to exact figures can learn by asking. */
export type PublishedAnswers = {
  readonly answers: readonly PublishedAnswer[];
  readonly publications: readonly Publication[];
};

const published = '/api/v1/monitoring/published';
const open = '/api/v1/public/monitoring';
const grains = ['week', 'month', 'quarter', 'total'] as const;

/**
 * Asks the published routes whatever can be asked: every cube by none, one and two dimensions, filtered by each code, in every grain, by
 * weeks, as CSV and without a session; all epochs; and questions that are refused, also for exact figures; and how a live stream begins.
 * @param cookie of the person who asks
 */
export async function collectPublished(apiUrl: string, cookie: string): Promise<PublishedAnswers> {
  const ask = async (path: string): Promise<PublishedAnswer> => {
    const response = await fetch(`${apiUrl}${path}`, { headers: path.startsWith(open) ? {} : { cookie } });
    const { date: _date, ...headers } = Object.fromEntries(response.headers);
    return { path, status: response.status, headers, body: await response.text() };
  };
  const epochIds = await epochIdsOf(ask);
  const answers: PublishedAnswer[] = [];
  for (const path of [...cubeNames.flatMap(questionsTo), ...otherQuestions(epochIds)]) {
    answers.push(await ask(path));
  }
  answers.push(await beginningOf(apiUrl, cookie), await beginningOf(apiUrl, cookie, 'nonsense'));
  return { answers, publications: answers.flatMap(publicationsIn) };
}

/** The live stream up to its first id or, with an id to resume from that leads nowhere, up to the word that all is to be fetched again. */
async function beginningOf(apiUrl: string, cookie: string, lastEventId?: string): Promise<PublishedAnswer> {
  const path = '/api/v1/stream';
  const closing = new AbortController();
  const response = await fetch(`${apiUrl}${path}`, {
    headers: { cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: closing.signal,
  });
  const { date: _date, ...headers } = Object.fromEntries(response.headers);
  const end = lastEventId === undefined ? /id: \S+\n\n/ : /event: resync\n.*\n\n/;
  let body = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    body += decoder.decode(chunk, { stream: true });
    if (end.test(body)) {
      break;
    }
  }
  closing.abort();
  // All streams of a process get their signs of life together, by its clock and nothing else.
  return { path, status: response.status, headers, body: body.replaceAll(/event: beat\n.*\n\n/g, '') };
}

async function epochIdsOf(ask: (path: string) => Promise<PublishedAnswer>): Promise<string[]> {
  const ids: string[] = [];
  for (let before: number | null | undefined; before !== null;) {
    const from: string = before === undefined ? '' : `&before=${before}`;
    const { epochs, next } = EpochList.parse(JSON.parse((await ask(`${published}/epochs?limit=200${from}`)).body));
    ids.push(...epochs.map(({ epochId }) => epochId));
    before = next;
  }
  return ids;
}

function questionsTo(cube: CubeName): string[] {
  const own = dimensionsOf(cube);
  const pairs = own.flatMap((one, place) => own.slice(place + 1).map((other) => `${one},${other}`));
  const queries = [
    ...grains.map((grain) => `grain=${grain}`),
    ...own.flatMap((one) => grains.map((grain) => `by=${one}&grain=${grain}`)),
    ...pairs.map((by) => `by=${by}&grain=week`),
    ...own.flatMap((one) => filtersBy(one, own)),
    'grain=week&from=2026-W01&to=2026-W53',
    'grain=total&from=2024-W01&to=2024-W01',
  ];
  return [
    ...queries.map((query) => `${published}/cubes/${cube}?${query}`),
    `${published}/cubes/${cube}.csv?grain=week`,
    ...pairs.slice(0, 1).map((by) => `${published}/cubes/${cube}.csv?by=${by}&grain=week`),
    ...grains.map((grain) => `${open}/cubes/${cube}?grain=${grain}`),
  ];
}

/** One code of a dimension after the other, broken down by another one. */
function filtersBy(dimension: Dimension, own: readonly Dimension[]): string[] {
  const other = own.find((one) => one !== dimension) ?? dimension;
  return codesOf(dimensions[dimension]).map(
    (code) => `by=${other}&grain=week&where=${encodeURIComponent(`${dimension}:${code}`)}`,
  );
}

function otherQuestions(epochIds: readonly string[]): string[] {
  return [
    ...[published, open].flatMap((tier) => [
      `${tier}/epochs`,
      `${tier}/epochs?limit=1`,
      ...epochIds.map((id) => `${tier}/epochs/${id}`),
      `${tier}/epochs/2020-W01`,
      `${tier}/epochs/nonsense`,
      `${tier}/cubes/nonsense`,
      `${tier}/cubes/opened?by=nonsense`,
      `${tier}/cubes/opened?by=municipality`,
      `${tier}/cubes/opened?where=area:nonsense`,
      `${tier}/cubes/opened?from=2026-W60`,
      `${tier}/cubes/opened?from=2026-W40&to=2026-W10`,
    ]),
    ...cubeNames.map((cube) => `/api/v1/monitoring/exact/cubes/${cube}?grain=week`),
    '/api/v1/monitoring/exact/cubes/opened?by=area',
  ];
}

function publicationsIn({ path, status, body }: PublishedAnswer): Publication[] {
  if (!path.startsWith(`${published}/epochs/`) || status !== 200) {
    return [];
  }
  const { epochId, cubes } = PublishedEpoch.parse(JSON.parse(body));
  return cubes.map(({ cube, cells }) => ({ cube, epochId, cells }));
}
