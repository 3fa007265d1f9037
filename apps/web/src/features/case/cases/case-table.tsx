import type { CaseSummary } from '#contracts/case';
import { caseOutcomes, sectors } from '#contracts/case/codes';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { Difficulties } from '../../../shared/chips.js';
import { DeadlineBadge } from '../parts/deadline-badge.js';
import { useNames } from '../../../shared/directory.js';
import { openLine, stepLines, useHotkeys } from '../../../shared/hotkeys.js';
import { useLabels } from '../../../shared/labels.js';
import { CaseStatusBadge } from '../../../shared/status.js';
import { useFormats, useNow } from '../../../shared/time.js';
import classes from './cases-page.module.css';

const difficultiesShown = 2;

/** What somebody is called for whom the person stands in. */
function useRepresented(): (personId: string | undefined) => string | undefined {
  const { services } = useSession().membership;
  return (personId) => services.find(({ inNameOf }) => inNameOf?.personId === personId)?.inNameOf?.name;
}

function Row({ summary }: { readonly summary: CaseSummary }) {
  const { t } = useTranslation('cases');
  const labels = useLabels();
  const names = useNames();
  const formats = useFormats();
  const now = useNow();
  const { facts } = summary;
  const represented = useRepresented()(summary.inNameOf);
  return (
    <tr className={classes.row}>
      <td>
        <Link
          to="/cases/$caseId"
          params={{ caseId: summary.caseId }}
          className={classes.link}
          data-line={summary.caseId}
        >
          {summary.code}
        </Link>
        {represented !== undefined && (
          <span className={classes.represented}> {t('inNameOf', { name: represented })}</span>
        )}
      </td>
      <td>
        <CaseStatusBadge status={summary.status} />
        {summary.outcome !== null && <span className={classes.quiet}> {labels.of(caseOutcomes, summary.outcome)}</span>}
      </td>
      <td className={classes.full}>
        <Difficulties facts={facts} most={difficultiesShown} />
      </td>
      <td className={`${classes.quiet} ${classes.full}`}>
        {labels.of(sectors, facts.sector)}, {labels.municipality(facts.municipality)}
      </td>
      <td className={`${classes.quiet} ${classes.wide} ${classes.phoneHidden}`}>
        {summary.lead === null ? t('coordinators') : names.organisation(summary.lead.organisationId)}
      </td>
      <td className={`${classes.number} ${classes.phoneHidden}`}>{summary.activeReferrals}</td>
      <td className={classes.nowrap}>{summary.dueAt !== null && <DeadlineBadge deadline={{ at: summary.dueAt }} />}</td>
      <td className={`${classes.quiet} ${classes.nowrap} ${classes.phoneHidden}`}>
        {formats.shortDate(new Date(summary.openedAt), now)}
      </td>
    </tr>
  );
}

/** Cases as a table; the whole row opens the case. */
export function CaseTable({ cases }: { readonly cases: readonly CaseSummary[] }) {
  useHotkeys({ j: () => stepLines(1), k: () => stepLines(-1), o: openLine });
  const { t } = useTranslation('cases');
  return (
    <table className={classes.table} aria-label={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('column.case')}</th>
          <th scope="col">{t('column.status')}</th>
          <th scope="col">{t('column.difficulties')}</th>
          <th scope="col">{t('column.where')}</th>
          <th scope="col" className={classes.wide}>
            {t('column.lead')}
          </th>
          <th scope="col" className={classes.number}>
            {t('column.help')}
          </th>
          <th scope="col">{t('column.due')}</th>
          <th scope="col">{t('column.opened')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((summary) => (
          <Row key={summary.caseId} summary={summary} />
        ))}
      </tbody>
    </table>
  );
}
