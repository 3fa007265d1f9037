import type { AccessibilityContact } from '#contracts/kernel';
import { region } from '#contracts/kernel/codes';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../client/api.js';
import { useLabels } from '../../shared/labels.js';
import { LanguageChoice } from '../../shared/language-choice.js';
import { Logo } from '../../shared/logo.js';
import { Failure, Loading } from '../../shared/states.js';
import classes from './statement-page.module.css';

/** When the statement was written, and last held against the pages. */
const prepared = new Date('2026-11-29T12:00:00Z');
const reviewed = new Date('2026-11-30T12:00:00Z');

/** What does not hold yet, in the order of the page. */
const barriers = ['languages', 'longLists', 'packs', 'files'] as const;

/** The ways in which the pages were tried. */
const trials = ['automatic', 'keyboard', 'zoom', 'people'] as const;

function Contact() {
  const { t } = useTranslation('accessibility');
  const { data, error, refetch } = useQuery({
    queryKey: ['accessibility'],
    queryFn: ({ signal }) => api.get<AccessibilityContact>('/accessibility', {}, signal),
    staleTime: Infinity,
  });
  if (data === undefined) {
    return error === null ? <Loading rows={1} /> : <Failure compact error={error} retry={() => void refetch()} />;
  }
  const { contact } = data;
  return contact === null ? (
    <p>{t('feedback.unknown')}</p>
  ) : (
    <p>
      {t(`feedback.${contact.kind}`)}{' '}
      <a href={contact.kind === 'email' ? `mailto:${contact.address}` : contact.address}>{contact.address}</a>
    </p>
  );
}

/** The accessibility statement, after the model of Commission Implementing Decision (EU) 2018/1523. */
export function StatementPage() {
  const { t } = useTranslation('accessibility');
  const labels = useLabels();
  const { redress } = region;
  const site = redress.site[labels.language];
  const day = (at: Date) =>
    new Intl.DateTimeFormat(region.locales[labels.language], { dateStyle: 'long', timeZone: region.timeZone }).format(
      at,
    );
  useEffect(() => {
    document.title = `${t('title')} · Relais`;
  }, [t]);
  return (
    <main className={classes.page}>
      <div className={classes.top} data-no-print>
        <Link to="/" className={classes.brand}>
          <Logo size={28} /> Relais
        </Link>
        <LanguageChoice />
      </div>
      <h1 className={classes.title}>{t('title')}</h1>
      <p>{t('commitment', { law: labels.text(redress.law) })}</p>
      <p>{t('scope', { address: globalThis.location.origin })}</p>

      <h2>{t('status.title')}</h2>
      <p>{t('status.text')}</p>

      <h2>{t('barriers.title')}</h2>
      <p>{t('barriers.text')}</p>
      <ul>
        {barriers.map((one) => (
          <li key={one}>{t(`barriers.${one}`)}</li>
        ))}
      </ul>
      <p>{t('barriers.burden')}</p>

      <h2>{t('preparation.title')}</h2>
      <p>{t('preparation.when', { prepared: day(prepared), reviewed: day(reviewed) })}</p>
      <ul>
        {trials.map((one) => (
          <li key={one}>{t(`preparation.${one}`)}</li>
        ))}
      </ul>

      <h2>{t('feedback.title')}</h2>
      <p>{t('feedback.text')}</p>
      <Contact />

      <h2>{t('enforcement.title')}</h2>
      <p>{t('enforcement.text', { name: labels.text(redress.name), remit: labels.text(redress.remit) })}</p>
      <address className={classes.address}>
        <a href={site}>{site}</a>
        <br />
        <a href={`tel:${redress.phone.replaceAll(' ', '')}`}>{redress.phone}</a>
        <br />
        {labels.text(redress.post)}
      </address>
      <p>
        {t('enforcement.monitor', { name: redress.monitor.name, remit: labels.text(redress.remit) })}{' '}
        <a href={redress.monitor.site}>{redress.monitor.site}</a>
      </p>
      <p>
        {t('enforcement.others')} <a href={redress.others}>{redress.others}</a>
      </p>
    </main>
  );
}
