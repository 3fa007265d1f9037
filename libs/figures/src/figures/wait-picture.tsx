import { WaitChart } from '#charts';
import { timeBands } from '#contracts/monitoring/codes';
import { percentileOf, placeOf } from '#domain/monitoring';
import type { Counted } from '../model/counts.js';
import { waitsOf } from '../model/facts.js';
import { waitReading, type Wait } from '../readings/where.js';
import { hoursOfDay } from '../readings/words.js';
import type { Picture, Words } from './figure.js';

/** How long people wait, with the times within which half and nine in ten of the waits end; the band of time is the last code of the rows. */
export function waitPicture({ t, labels, telling }: Words, wait: Wait, { rows }: Pick<Counted, 'rows'>): Picture {
  const bands = waitsOf({ rows });
  const number = new Intl.NumberFormat(labels.language);
  const shortOf = (hours: number | 'longer' | null) =>
    hours === null || hours === 'longer'
      ? t('wait.longer')
      : hours < hoursOfDay
        ? t('wait.hours', { time: number.format(hours) })
        : t('wait.days', { time: number.format(hours / hoursOfDay) });
  const marks = (
    [
      ['wait.half', 0.5],
      ['wait.most', 0.9],
    ] as const
  ).flatMap(([key, share]) => {
    const at = placeOf(bands, share);
    return at === null ? [] : [{ at, label: t(key, { time: shortOf(percentileOf(bands, share)) }) }];
  });
  return {
    id: `wait-${wait}`,
    isEmpty: bands.every((band) => band.count === 0),
    height: 230,
    title: t(`wait.${wait}`),
    reading: waitReading(wait, bands, telling),
    draw: (size) => (
      <WaitChart {...size} bands={bands.map((band) => ({ ...band, label: shortOf(band.upTo) }))} marks={marks} />
    ),
    table: {
      columns: [t('table.time'), t('table.referrals')],
      lines: bands.map((band) => ({ name: labels.of(timeBands, band.key), cells: [band.count] })),
    },
    note: t('wait.note'),
  };
}
