import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnFiguresSearch } from './route.js';
import { useSession } from '../../../client/session.js';
import { mayReadExact, rooms } from '../rooms.js';
import { Choice } from '../../../shared/figures/choice.js';
import { tablesOf } from '../../../shared/figures/tables.js';
import { upperFirst, useLanguage } from '../../../shared/labels.js';
import { Card, Page } from '../../../shared/page.js';
import { Failure, Loading, NoPermission } from '../../../shared/states.js';
import { useNow } from '../../../shared/time.js';
import { later } from '../../../shared/later.js';
import { Now } from './backlog.js';
import classes from './own-figures.module.css';
import { useOwnFigures } from './use-own-figures.js';
import { useOwnServices, type OwnService } from './use-own-services.js';
import { spanOf, spans, weeksOf } from './weeks.js';

/** Charts and what draws them come while the figures are fetched. */
const Pictures = later(() => import('./pictures.js'), 'Pictures');

type Change = (part: OwnFiguresSearch) => void;

type ChoicesProps = {
  readonly search: OwnFiguresSearch;
  readonly services: readonly OwnService[];
  readonly chosen: string | undefined;
  readonly onChange: Change;
};

function Choices({ search, services, chosen, onChange }: ChoicesProps) {
  const { t } = useTranslation('own-figures');
  const span = spanOf(search.weeks);
  return (
    <div className={classes.bar} data-no-print>
      <Choice
        label={t('weeks.label')}
        value={span}
        none={t('weeks.quarter')}
        options={spans.map((value) => ({ value, label: t(`weeks.${value}`) }))}
        onChange={(weeks) => onChange({ weeks })}
      />
      {services.length > 1 && (
        <Choice
          label={t('service.label')}
          value={chosen}
          none={t('service.all')}
          options={services.map(({ serviceId, name }) => ({ value: serviceId, label: name }))}
          onChange={(service) => onChange({ service })}
        />
      )}
    </div>
  );
}

/** What came to the services of one organisation, what they answered, how long it took and how it ended: exact and live. */
export function OwnFiguresPage() {
  const { t } = useTranslation('own-figures');
  const { t: names } = useTranslation('names');
  const language = useLanguage();
  const session = useSession();
  const search = useSearch({ from: '/signed-in/figures' });
  const navigate = useNavigate({ from: '/figures' });
  const services = useOwnServices();
  // Also while the directory is on its way; another's service is as good as none.
  const chosen = services.find((one) => one.serviceId === search.service)?.serviceId;
  const weeks = weeksOf(search.weeks, useNow());
  const figures = useOwnFigures(weeks, chosen, rooms.ownFigures(session));
  const change: Change = (part) => void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const tables = tablesOf(search.table);
  const exact = t(mayReadExact(session) ? 'exact.all' : 'exact.own');
  const loading = (
    <Card>
      <Loading rows={8} />
    </Card>
  );
  if (!rooms.ownFigures(session)) {
    return (
      <Page title={names('ownFigures')}>
        <NoPermission />
      </Page>
    );
  }
  return (
    <Page title={names('ownFigures')} beside={exact}>
      <Choices search={search} services={services} chosen={chosen} onChange={change} />
      {figures.is === 'failed' && <Failure error={figures.error} retry={figures.retry} />}
      {figures.is === 'loading' && loading}
      {figures.is === 'ready' && (
        <div className={classes.page} data-old={figures.isOld || undefined}>
          <Now
            backlog={figures.backlog}
            services={services.filter(({ serviceId }) => chosen === undefined || serviceId === chosen)}
            chosen={chosen}
          />
          <Suspense fallback={loading}>
            <Pictures
              scene={{ language, answers: figures.answers, thisWeek: weeks.to }}
              foot={`${upperFirst(exact)}.`}
              tables={tables}
              onTurn={(id) => change({ table: tables.turned(id) })}
            />
          </Suspense>
        </div>
      )}
    </Page>
  );
}
