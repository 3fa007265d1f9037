import type { OperationsView } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../shared/figure.js';
import { Card } from '../../shared/page.js';
import { useAges } from '../../shared/ages.js';

/** How far the events have come: from the outbox and Kafka to the screens. */
export function Flow({ view }: { readonly view: OperationsView }) {
  const { t } = useTranslation('operations');
  const ages = useAges();
  const { newest, offsets, outboxWaiting, outboxSince, readAt } = view;
  const known = offsets.filter(({ lag }) => lag !== null);
  const lag = known.reduce((total, one) => total + (one.lag ?? 0), 0);
  const isKnown = known.length > 0 || offsets.length === 0;
  return (
    <Card title={t('flow.title')}>
      <Figures>
        <Figure name={t('flow.lag')} value={isKnown ? String(lag) : '–'} warned={lag > 0}>
          {isKnown ? t(lag === 0 ? 'flow.lagNone' : 'flow.lagSome') : t('flow.lagUnknown')}
        </Figure>
        <Figure name={t('flow.newest')} value={newest === null ? '–' : ages.ago(newest.time, readAt)}>
          {newest === null ? t('flow.newestNone') : <code>{newest.type}</code>}
        </Figure>
        <Figure name={t('flow.outbox')} value={String(outboxWaiting)} warned={outboxWaiting > 0}>
          {outboxSince === null ? t('flow.outboxNone') : t('flow.outboxSince', { when: ages.ago(outboxSince, readAt) })}
        </Figure>
        <Figure name={t('flow.feed')} value={String(view.feedPosition)}>
          {t('flow.feedText')}
        </Figure>
        <Figure name={t('flow.letters')} value={String(view.deadLettersOpen)} warned={view.deadLettersOpen > 0}>
          {t(view.deadLettersOpen === 0 ? 'flow.lettersNone' : 'flow.lettersSome')}
        </Figure>
        <Figure name={t('flow.parked')} value={String(view.parked.length)} warned={view.parked.length > 0}>
          {t(view.parked.length === 0 ? 'flow.parkedNone' : 'flow.parkedSome')}
        </Figure>
      </Figures>
    </Card>
  );
}
