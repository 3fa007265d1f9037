import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { address, problemOf } from '../../../client/api.js';
import { useSession } from '../../../client/session.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconCircleCheck, IconShieldOff } from '../../../shared/icons.js';
import { Card, Page } from '../../../shared/page.js';
import { save } from '../../../shared/save.js';
import { Failure, Loading, NoPermission } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { peopleQueries } from '../queries.js';
import { rooms } from '../rooms.js';
import { TrailList } from './trail-list.js';
import classes from './trail.module.css';

/** Saves the whole trail as a file. */
async function takeTrail(): Promise<void> {
  const response = await fetch(address('/audit/lines', {}));
  if (!response.ok) {
    throw await problemOf(response);
  }
  save(await response.blob(), 'audit.ndjson');
}

/** Whether nobody changed the trail since it was written, and how long it is kept. */
function Check() {
  const { t } = useTranslation('trail');
  const { data, error, refetch } = useQuery(peopleQueries.trailCheck());
  const exporting = useMutation({ mutationFn: takeTrail, retry: false });
  if (data === undefined) {
    return error === null ? <Loading rows={2} /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const isWhole = data.brokenAt === null;
  return (
    <>
      <p className={isWhole ? classes.whole : classes.broken}>
        {isWhole ? <IconCircleCheck size={18} aria-hidden /> : <IconShieldOff size={18} aria-hidden />}
        {isWhole ? t('check.whole', { count: data.entries }) : t('check.broken', { entry: data.brokenAt })}
      </p>
      <p className={classes.explain}>{t('check.kept', { count: data.keptMonths })}</p>
      <Problem error={exporting.error} />
      <TextButton disabled={exporting.isPending} onClick={() => exporting.mutate()}>
        {t('check.export')}
      </TextButton>
    </>
  );
}

function Trail() {
  const { t } = useTranslation('trail');
  const search = useSearch({ from: '/signed-in/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const isFiltered = search.person !== undefined || search.case !== undefined;
  return (
    <>
      <Card title={t('check.title')}>
        <Check />
      </Card>
      <Card title={t('list')}>
        {isFiltered && <TextButton onClick={() => void navigate({ search: {} })}>{t('all')}</TextButton>}
        <TrailList
          pages={peopleQueries.trail({ personId: search.person, caseId: search.case })}
          onPerson={(person) => void navigate({ search: { person } })}
          onCase={(caseId) => void navigate({ search: { case: caseId } })}
        />
      </Card>
    </>
  );
}

/** Who saw or did what, for administrators. */
export function TrailPage() {
  const { t } = useTranslation('trail');
  const { t: names } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={names('trail')} beside={t('beside')}>
      {rooms.trail(session) ? (
        <div className={classes.page}>
          <Trail />
        </div>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}
