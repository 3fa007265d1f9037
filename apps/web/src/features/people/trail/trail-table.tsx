import type { TrailEntry } from '#contracts/people';
import { auditActions, auditSubjects, signInWays } from '#contracts/people/codes';
import { caseCodeOf } from '#domain/case';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { ReadingTable } from '../../../shared/reading-table.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { commandTypes } from './command-types.js';

/** What more there is to say of an entry: how somebody signed in, or what they did in a case. */
function useDetail(): (entry: TrailEntry) => string | undefined {
  const { t } = useTranslation('trail');
  const labels = useLabels();
  return ({ detail }) => {
    const command = commandTypes.find((one) => one === detail);
    if (command !== undefined) {
      return t(`command.${command}`);
    }
    return detail !== null && detail in signInWays
      ? labels.of(signInWays, detail as keyof typeof signInWays)
      : undefined;
  };
}

/** The short name of what an entry is about: a case has a code that people say to each other, of others enough of the id to find it again. */
function shortOf({ kind, id }: TrailEntry['about']): string {
  return kind === 'case' ? caseCodeOf(id) : (id.split('-')[0] ?? id);
}

type TrailTableProps = {
  readonly entries: readonly TrailEntry[];
  /** Shows what one person did. */
  readonly onPerson?: ((personId: string) => void) | undefined;
  /** Shows what was done in one case. */
  readonly onCase?: ((caseId: string) => void) | undefined;
};

/** When, who, what, about what. */
export function TrailTable({ entries, onPerson, onCase }: TrailTableProps) {
  const { t } = useTranslation('trail');
  const labels = useLabels();
  const formats = useFormats();
  const detailOf = useDetail();
  const named = (name: string | null, id: string) => name ?? t('removed', { id: id.split('-')[0] ?? id });
  const nameOf = ({ by }: TrailEntry) => (by === null ? t('system') : named(by.name, by.personId));
  return (
    <ReadingTable label={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('column.at')}</th>
          <th scope="col">{t('column.by')}</th>
          <th scope="col">{t('column.action')}</th>
          <th scope="col">{t('column.about')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const { by, about, inNameOf } = entry;
          const subject =
            about.kind === 'person' && about.name === null
              ? named(null, about.id)
              : `${labels.of(auditSubjects, about.kind)} ${about.name ?? shortOf(about)}`;
          const detail = detailOf(entry);
          return (
            <tr key={entry.entry} data-action={entry.action}>
              <td>
                <time dateTime={entry.at}>{formats.full(new Date(entry.at))}</time>
              </td>
              <td>
                {by === null || onPerson === undefined ? (
                  nameOf(entry)
                ) : (
                  <TextButton onClick={() => onPerson(by.personId)} label={t('only', { name: nameOf(entry) })}>
                    {nameOf(entry)}
                  </TextButton>
                )}
                {inNameOf !== null && <> {t('inNameOf', { name: named(inNameOf.name, inNameOf.personId) })}</>}
              </td>
              <td>
                {labels.of(auditActions, entry.action)}
                {detail !== undefined && ` (${detail})`}
              </td>
              <td>
                {about.kind === 'case' && onCase !== undefined ? (
                  <TextButton onClick={() => onCase(about.id)} label={t('only', { name: subject })}>
                    {subject}
                  </TextButton>
                ) : (
                  subject
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </ReadingTable>
  );
}
