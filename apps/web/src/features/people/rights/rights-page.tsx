import { roles, type Role } from '#contracts/people/codes';
import { codesOf } from '#contracts/kernel/codes';
import { referralActions } from '#domain/case';
import { allRights, invitationTimes, rolesWith } from '#domain/people';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { IconCheck } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Card, Page } from '../../../shared/page.js';
import { ReadingTable } from '../../../shared/reading-table.js';
import { NoPermission } from '../../../shared/states.js';
import { rooms } from '../rooms.js';
import classes from '../trail/trail.module.css';
import own from './rights.module.css';

/** One cell: a tick, and what it says to those who do not see it. */
function May({ may }: { readonly may: boolean }) {
  const { t } = useTranslation('rights');
  return (
    <td>
      {may && <IconCheck size={16} aria-hidden />}
      <span className="visually-hidden">{t(may ? 'yes' : 'no')}</span>
    </td>
  );
}

/** Which role carries which right, as the one table of the domain has it. */
function PlatformRights() {
  const { t } = useTranslation('rights');
  const labels = useLabels();
  const every: readonly Role[] = codesOf(roles);
  return (
    <ReadingTable label={t('platform')}>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          {every.map((role) => (
            <th key={role} scope="col">
              {labels.of(roles, role)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {allRights.map((right) => (
          <tr key={right} data-right={right}>
            <th scope="row" className={own.what}>
              {t(`right.${right}`)}
            </th>
            {every.map((role) => (
              <May key={role} may={rolesWith(right).includes(role)} />
            ))}
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}

type Line = { readonly key: string; readonly what: string; readonly who: string };

/** What is done, and by whom. */
function WhoMay({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }) {
  const { t } = useTranslation('rights');
  return (
    <ReadingTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('who')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, what, who }) => (
          <tr key={key}>
            <th scope="row">{what}</th>
            <td>{who}</td>
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}

/** What somebody does who has no session, and who that may be. */
const without = ['public', 'sign-in', 'look', 'join', 'first', 'rest'] as const;

function RightsWithoutSession() {
  const { t } = useTranslation('rights');
  return (
    <WhoMay
      label={t('signedOut')}
      lines={without.map((one) => ({
        key: one,
        what: t(`without.${one}.what`),
        who: t(`without.${one}.who`, { hours: invitationTimes.firstHours }),
      }))}
    />
  );
}

const acts = Object.keys(referralActions) as (keyof typeof referralActions)[];

/** Who may do what with a request for help, by which end of it their service is. */
function CaseRights() {
  const { t } = useTranslation('rights');
  const { t: trail } = useTranslation('trail');
  return (
    <WhoMay
      label={t('inCase')}
      lines={acts.map((type) => ({
        key: type,
        what: trail(`command.${type}`),
        who: t(`part.${referralActions[type].who}`),
      }))}
    />
  );
}

/** Who may do what, in words, for administrators. */
export function RightsPage() {
  const { t } = useTranslation('rights');
  const { t: names } = useTranslation('names');
  return (
    <Page title={names('rights')} beside={t('beside')}>
      {rooms.rights(useSession()) ? (
        <div className={classes.page}>
          <Card title={t('platform')}>
            <p className={classes.explain}>{t('platformText')}</p>
            <PlatformRights />
          </Card>
          <Card title={t('inCase')}>
            <p className={classes.explain}>{t('inCaseText')}</p>
            <CaseRights />
          </Card>
          <Card title={t('signedOut')}>
            <p className={classes.explain}>{t('signedOutText')}</p>
            <RightsWithoutSession />
          </Card>
        </div>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}
