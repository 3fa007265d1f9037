import type { CaseView } from '#contracts/case';
import { referralStates } from '#contracts/case/codes';
import { professions } from '#contracts/kernel/codes';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../../shared/directory.js';
import { useLabels } from '../../../../shared/labels.js';
import { ReadingTable } from '../../../../shared/reading-table.js';
import { useFormats } from '../../../../shared/time.js';
import { useEndingWords } from './ending-words.js';
import { inChains } from '../../parts/chains.js';
import classes from './lanes.module.css';

/** The lanes as a table: every stretch of every referral. */
export function LanesTable({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  const names = useNames();
  const formats = useFormats();
  const endingWords = useEndingWords();
  return (
    <ReadingTable label={t('who.title')}>
      <thead>
        <tr>
          <th scope="col">{t('who.column.who')}</th>
          <th scope="col">{t('who.column.state')}</th>
          <th scope="col">{t('who.column.from')}</th>
          <th scope="col">{t('who.column.until')}</th>
        </tr>
      </thead>
      {inChains(view.referrals).map((referral) => (
        <tbody key={referral.referralId}>
          {referral.spans.map((span, index) => (
            <tr key={span.from + span.state}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={referral.spans.length + (referral.endedAt === null ? 0 : 1)}>
                  {labels.of(professions, referral.to.profession)}
                  <br />
                  <span className={classes.quiet}>{names.service(referral.to.serviceId)}</span>
                </th>
              )}
              <td>{labels.of(referralStates, span.state)}</td>
              <td>{formats.full(new Date(span.from))}</td>
              <td>{span.until === null ? '…' : formats.full(new Date(span.until))}</td>
            </tr>
          ))}
          {referral.endedAt !== null && (
            <tr>
              <td>
                <strong>{endingWords(referral)}</strong>
              </td>
              <td>{formats.full(new Date(referral.endedAt))}</td>
              <td />
            </tr>
          )}
        </tbody>
      ))}
    </ReadingTable>
  );
}
