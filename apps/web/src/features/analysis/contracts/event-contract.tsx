import type { CatalogueEvent } from '#contracts/analysis';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { IconExternalLink, IconTerminal2 } from '../../../shared/icons.js';
import { upperFirst, useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import classes from './contracts.module.css';
import { EventFields } from './event-fields.js';

type Part = { readonly event: CatalogueEvent };

function Sample({ event, samples }: Part & { readonly samples: boolean }) {
  const { t } = useTranslation('contracts');
  if (event.sample === null) {
    return <p className={classes.quiet}>{t(samples ? 'sample.none' : 'sample.closed')}</p>;
  }
  return (
    <>
      <p className={classes.quiet}>{t('sample.text')}</p>
      <pre className={classes.code} tabIndex={0} aria-label={t('sample.title')}>
        {JSON.stringify(event.sample, null, 2)}
      </pre>
    </>
  );
}

function Changes({ event }: Part) {
  const { t } = useTranslation('contracts');
  if (event.changes.length === 0) {
    return <p className={classes.quiet}>{t('changes.none')}</p>;
  }
  return (
    <ul className={classes.changes}>
      {event.changes.map(({ since, what, path, code }) => (
        <li key={`${since} ${what} ${path} ${code}`}>
          {t(`changes.what.${what}`)} {path !== null && <code>{path}</code>} {code !== null && <code>{code}</code>}{' '}
          <span className={classes.quiet}>
            {since === 'released' ? t('changes.release') : t('changes.since', { since })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The contract of one type of event. */
export function EventContract({ event, samples }: Part & { readonly samples: boolean }) {
  const { t } = useTranslation('contracts');
  const labels = useLabels();
  const session = useSession();
  return (
    <Card>
      <div className={classes.event} data-type={event.type}>
        <div>
          <h2 className={classes.type}>{event.type}</h2>
          <p className={classes.lead}>{upperFirst(labels.text(event.meaning))}</p>
          <p className={classes.links}>
            <span>{t('event.version', { version: event.version })}</span>
            <span>{t('event.inStream', { stream: event.stream })}</span>
            <a href={event.schemaUrl} className={classes.link}>
              {t('event.schema')} <IconExternalLink size={14} aria-hidden />
            </a>
            {rooms.workbench(session) && (
              <Link
                to="/analysis/workbench"
                search={{ sql: `SELECT *\nFROM events\nWHERE type = '${event.type}'\nORDER BY time DESC\nLIMIT 100` }}
                className={classes.link}
              >
                <IconTerminal2 size={15} aria-hidden /> {t('event.ask')}
              </Link>
            )}
          </p>
        </div>
        <section>
          <h3 className={classes.heading}>{t('field.title')}</h3>
          <EventFields fields={event.fields} caption={`${t('field.title')}: ${event.type}`} />
        </section>
        <section>
          <h3 className={classes.heading}>{t('sample.title')}</h3>
          <Sample event={event} samples={samples} />
        </section>
        <section>
          <h3 className={classes.heading}>{t('changes.title')}</h3>
          <Changes event={event} />
        </section>
      </div>
    </Card>
  );
}
