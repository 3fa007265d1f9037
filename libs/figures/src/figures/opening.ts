import { standingOut, type KeyFigure } from '#domain/monitoring';
import { narrowedTo, narrowings } from '../model/filters.js';
import { headlines } from '../readings/change.js';
import { beyond, durationWords, figure, percent } from '../readings/words.js';
import { dayName, spanWords, weekName } from '../words.js';
import type { Scene } from './figure.js';

/** One figure of the first screen; `<b>` is emphasis. */
type KeyWords = {
  readonly id: KeyFigure['id'];
  readonly label: string;
  readonly value: string;
  /** What it was before, and whether that is more than chance; what cannot be compared says so. */
  readonly change: string;
  readonly certainty: string;
  readonly verdict: KeyFigure['verdict'];
  /** The filters that it does not hear, in words. */
  readonly note: string;
};

/** What a page says before any picture, on a screen, a beamer and paper. */
export type Opening = {
  /** Which period is compared with which, which filters are set, and what is not complete. */
  readonly scope: readonly string[];
  readonly keyFigures: readonly KeyWords[];
  /** At most three changes that chance does not explain, or that there is none. */
  readonly changes: readonly string[];
};

/** The first screen of an assembly. */
export function openingOf(scene: Scene): Opening {
  const { claims, telling, comparison, spans } = scene;
  const { changes, clear, mostly } = claims;
  const [most] = standingOut(
    changes.map((one) => ({ ...one, count: one.after })),
    1,
    claims.noise(1),
  );
  return {
    scope: scopeOf(scene),
    keyFigures: claims.keyFigures.map((one) => told(one, scene)),
    changes: headlines({ changes, clear, most, isComparable: spans.isComparable }, comparison, telling, mostly),
  };
}

function scopeOf({ t, spans, filters, labels }: Scene): string[] {
  const { language } = labels;
  const { period, reference, isPartial, isComparable, leftOut, reach } = spans;
  const set = narrowedTo(filters);
  const limits = narrowings.flatMap((one) => {
    const label = set[one];
    return label === undefined ? [] : [t('scope.limit', { name: t(`scope.${one}`), value: labels.text(label) })];
  });
  const span = spanWords(period, language);
  return [
    isComparable ? t('scope.spans', { span, reference: spanWords(reference, language) }) : t('scope.span', { span }),
    ...limits,
    ...(isComparable || isPartial ? [] : [t('scope.tooYoung')]),
    ...(isPartial ? [t('scope.partial', { day: dayName(reach, language) })] : []),
    ...(leftOut === null ? [] : [t('scope.leftOut', { day: weekName(leftOut, language, 'short') })]),
  ];
}

function told(one: KeyFigure, { t, telling, filters, spans, claims }: Scene): KeyWords {
  const { language } = telling;
  const valueOf = (value: typeof one.before): string | null => {
    if (value === null) {
      return null;
    }
    switch (one.id) {
      case 'opened':
      case 'closed':
      case 'unmet':
        return figure(Number(value), telling);
      case 'accepted':
        return percent(Number(value), language);
      case 'wait':
        return `<b>${value === 'longer' ? beyond[language] : durationWords(value, language)}</b>`;
      default:
        return one satisfies never;
    }
  };
  const [value, before] = [valueOf(one.after), valueOf(one.before)];
  const isCompared = before !== null && value !== null;
  const why = spans.isComparable && claims.isOfTwoRules[one.id] ? 'key.twoRules' : 'key.incomparable';
  return {
    id: one.id,
    label: t(`key.${one.id}`),
    value: value ?? t('key.tooFew'),
    change: isCompared ? t(`key.${filters.against}`, { before }) : t(why),
    certainty: isCompared ? t(`certainty.${one.verdict}`) : '',
    verdict: one.verdict,
    note: claims.unheard[one.id].map((narrowing) => t(`all.${narrowing}`)).join(', '),
  };
}
