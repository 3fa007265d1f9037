import type { FlowStart, ProvidersView, ProviderTest } from '#contracts/people';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Chip } from '../../../shared/chips.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconCircleCheck, IconCloudOff } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { useFormats } from '../../../shared/time.js';
import { CameBack } from '../came-back.js';
import { peopleQueries } from '../queries.js';
import classes from './admin.module.css';

type Line = ProvidersView['providers'][number];

/** What came of a test: each claim with its value, and what was asked for in vain. */
function Brought({ test }: { readonly test: ProviderTest }) {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  return (
    <div className={classes.test}>
      <p className={classes.tested} role="status">
        {t('providers.tested', { at: formats.full(new Date(test.at)) })}
      </p>
      {test.missing.length > 0 && <p>{t('providers.missing', { names: test.missing.join(', ') })}</p>}
      <dl className={classes.claims}>
        {test.claims.map(({ name, value }) => (
          <div key={name} className={classes.claim}>
            <dt>{name}</dt>
            <dd>{value ?? t('providers.unkept')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type RowProps = { readonly provider: Line; readonly busy: boolean; readonly onTest: () => void };

function Row({ provider, busy, onTest }: RowProps) {
  const { t } = useTranslation('admin');
  const { name, issuer, reachable, test } = provider;
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <div className={classes.about}>
          <p className={classes.name}>{name}</p>
          <p className={classes.issuer}>{issuer}</p>
        </div>
        <Chip
          tone={reachable ? 'green' : 'red'}
          icon={reachable ? <IconCircleCheck size={15} /> : <IconCloudOff size={15} />}
        >
          {t(reachable ? 'providers.reachable' : 'providers.away')}
        </Chip>
        <Button
          variant="default"
          disabled={busy || !reachable}
          onClick={onTest}
          aria-label={t('providers.testNamed', { name })}
        >
          {t('providers.test')}
        </Button>
      </div>
      {test !== null && <Brought test={test} />}
    </li>
  );
}

/** The identity providers of this installation: whether each answers, and what it tells of whoever tests it. */
export function ProvidersCard() {
  const { t } = useTranslation('admin');
  const cameBack = useSearch({ from: '/signed-in/admin' });
  const { data: view, error, refetch } = useQuery(peopleQueries.providers());
  const test = useMutation({
    mutationFn: (providerId: string) => api.post<FlowStart>(`/providers/${providerId}/test`, undefined),
    onSuccess: ({ address }) => location.assign(address),
  });
  if (view === undefined) {
    return (
      <Card title={t('providers.title')}>
        {error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />}
      </Card>
    );
  }
  return (
    <Card title={t('providers.title')}>
      <p className={classes.intro}>{t('providers.intro')}</p>
      <div className={classes.problem}>
        {test.error === null ? <CameBack {...cameBack} /> : <Problem error={test.error} />}
      </div>
      {view.providers.length === 0 && <Empty title={t('providers.none')} text={t('providers.noneText')} />}
      <ul className={classes.lines}>
        {view.providers.map((provider) => (
          <Row
            key={provider.providerId}
            provider={provider}
            busy={test.isPending}
            onTest={() => test.mutate(provider.providerId)}
          />
        ))}
      </ul>
      <p className={classes.callback}>
        {t('providers.callback')} <code>{view.callback}</code>
      </p>
    </Card>
  );
}
