import type { CatalogueView } from '#contracts/analysis';
import { streamNames } from '#contracts/kernel/codes';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { contractQueries } from './contract-queries.js';
import classes from './contracts.module.css';

/** The streams: where they are in Kafka, what orders them, and who may read. */
export function Channels({ view }: { readonly view: CatalogueView }) {
  const { t } = useTranslation('contracts');
  const labels = useLabels();
  const { data: document } = useQuery(contractQueries.asyncApi());
  return (
    <Card title={t('channel.title')}>
      <div className={classes.channels}>
        {streamNames.map((stream) => {
          const own = view.events.filter((event) => event.stream === stream);
          const partitions = document?.channels[stream]?.bindings?.kafka?.partitions;
          return (
            <section key={stream} className={classes.channel} aria-label={t(`stream.${stream}`)}>
              <h3 className={classes.channelName}>
                {t(`stream.${stream}`)}{' '}
                <span className={classes.quiet}>{t('channel.types', { count: own.length })}</span>
              </h3>
              <p>{t(`channel.meaning.${stream}`)}</p>
              <dl className={classes.facts}>
                <div>
                  <dt>{t('channel.topic')}</dt>
                  <dd>
                    <code>{own[0]?.topic ?? '–'}</code>
                  </dd>
                </div>
                <div>
                  <dt>{t('channel.key')}</dt>
                  <dd>{t(`channel.keyOf.${stream}`)}</dd>
                </div>
                <div>
                  <dt>{t('channel.partitions')}</dt>
                  <dd>{partitions ?? '–'}</dd>
                </div>
              </dl>
            </section>
          );
        })}
      </div>
      <p className={classes.readers}>
        <strong>{t('channel.readers')}</strong> {t('channel.readersText')}
      </p>
      <details className={classes.details}>
        <summary>{t('attributes')}</summary>
        <dl className={classes.pairs}>
          {view.attributes.map(({ header, meaning }) => (
            <div key={header}>
              <dt>
                <code>{header}</code>
              </dt>
              <dd>{labels.text(meaning)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
