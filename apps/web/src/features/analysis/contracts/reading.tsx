import type { CatalogueView } from '#contracts/analysis';
import { useTranslation } from 'react-i18next';
import { IconDownload } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { asyncApiAddress } from './contract-queries.js';
import classes from './contracts.module.css';

/** How to read the events without this application: from Kafka, with the Node client, in PostgreSQL. */
export function Reading({ view }: { readonly view: CatalogueView }) {
  const { t } = useTranslation('contracts');
  const topic = view.events.find((event) => event.stream === 'cases')?.topic ?? '';
  const prefix = topic.replace(/\.cases\.v\d+$/, '');
  const ways = [
    {
      name: 'kafka',
      code: `java -cp "<kafka>/libs/*" docs/examples/ConsoleConsumer.java <broker> ${prefix}\npython docs/examples/console_consumer.py <broker> ${prefix}`,
    },
    {
      name: 'node',
      code: `import { followEvents } from '#client';\n\nfor await (const { event, position } of followEvents({ brokers, from: 'beginning' })) {\n  console.log(event.type, event.time, event.data, position);\n}`,
    },
    {
      name: 'postgresql',
      code: `psql "$ANALYTICS_URL" -c 'SELECT type, count(*) FROM analytics.events GROUP BY type'`,
    },
  ] as const;
  return (
    <Card title={t('read.title')}>
      <p className={classes.lead}>{t('read.intro')}</p>
      <p className={classes.links}>
        <a href={asyncApiAddress} download="relais-asyncapi.json" className={classes.link}>
          <IconDownload size={15} aria-hidden /> {t('read.asyncapi')}
        </a>
      </p>
      <div className={classes.ways}>
        {ways.map(({ name, code }) => (
          <section key={name} aria-label={t(`read.${name}`)}>
            <h3 className={classes.heading}>{t(`read.${name}`)}</h3>
            <p className={classes.quiet}>{t(`read.${name}Text`)}</p>
            <pre className={classes.code} tabIndex={0} aria-label={t(`read.${name}`)}>
              {code}
            </pre>
          </section>
        ))}
      </div>
    </Card>
  );
}
