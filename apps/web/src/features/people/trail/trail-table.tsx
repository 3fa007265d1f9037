import type { Role, TrailEntry } from '#contracts/people';
import { auditActions, auditReasons, auditSubjects, roles, signInWays } from '#contracts/people/codes';
import { caseCodeOf } from '#domain/case';
import { roleChangeOf } from '#domain/people';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { ReadingTable } from '../../../shared/reading-table.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { useMedia } from '../../../shared/use-media.js';
import { commandTypes } from './command-types.js';
import classes from './trail.module.css';

/** What more there is to say of an entry: how somebody signed in, what they did in a case, or what became of a membership, and why. */
function useDetail(): (entry: TrailEntry) => string | undefined {
  const { t } = useTranslation('trail');
  const labels = useLabels();
  return ({ detail }) => {
    const command = commandTypes.find((one) => one === detail);
    if (command !== undefined) {
      return t(`command.${command}`);
    }
    if (detail === null) {
      return undefined;
    }
    if (detail in signInWays) {
      return labels.of(signInWays, detail as keyof typeof signInWays);
    }
    if (detail in auditReasons) {
      return labels.of(auditReasons, detail as keyof typeof auditReasons);
    }
    const change = roleChangeOf(detail);
    const named = (held: readonly Role[]) => labels.list(held.map((role) => labels.of(roles, role)));
    return change === undefined ? undefined : t('roles', { before: named(change.before), after: named(change.after) });
  };
}

/** The short name of what an entry is about: a case has a code that people say to each other, of others enough of the id to find it again. */
function shortOf({ kind, id }: TrailEntry['about']): string {
  return kind === 'case' ? caseCodeOf(id) : (id.split('-')[0] ?? id);
}

const columns = ['at', 'by', 'action', 'about'] as const;

type TrailTableProps = {
  readonly entries: readonly TrailEntry[];
  /** Shows what one person did. */
  readonly onPerson?: ((personId: string) => void) | undefined;
  /** Shows what was done in one case. */
  readonly onCase?: ((caseId: string) => void) | undefined;
};

type Cells = Readonly<Record<'at' | 'by' | 'action' | 'about', ReactNode>>;

/** What is told of an entry, part by part. */
function useCells({ onPerson, onCase }: Omit<TrailTableProps, 'entries'>): (entry: TrailEntry) => Cells {
  const { t } = useTranslation('trail');
  const labels = useLabels();
  const formats = useFormats();
  const detailOf = useDetail();
  const named = (name: string | null, id: string) => name ?? t('removed', { id: id.split('-')[0] ?? id });
  return (entry) => {
    const { at, by, about, action, inNameOf } = entry;
    const who = by === null ? t('system') : named(by.name, by.personId);
    const subject =
      about.kind === 'person' && about.name === null
        ? named(null, about.id)
        : `${labels.of(auditSubjects, about.kind)} ${about.name ?? shortOf(about)}`;
    const detail = detailOf(entry);
    return {
      at: <time dateTime={at}>{formats.full(new Date(at))}</time>,
      by: (
        <>
          {by === null || onPerson === undefined ? (
            who
          ) : (
            <TextButton onClick={() => onPerson(by.personId)} label={t('only', { name: who })}>
              {who}
            </TextButton>
          )}
          {inNameOf !== null && <> {t('inNameOf', { name: named(inNameOf.name, inNameOf.personId) })}</>}
        </>
      ),
      action: (
        <>
          {labels.of(auditActions, action)}
          {detail !== undefined && ` (${detail})`}
        </>
      ),
      about:
        about.kind === 'case' && onCase !== undefined ? (
          <TextButton onClick={() => onCase(about.id)} label={t('only', { name: subject })}>
            {subject}
          </TextButton>
        ) : (
          subject
        ),
    };
  };
}

/** When, who, what, about what: a table, or one entry below the other where that would be too wide. */
export function TrailTable({ entries, onPerson, onCase }: TrailTableProps) {
  const { t } = useTranslation('trail');
  const isNarrow = useMedia('(max-width: 620px)');
  const cellsOf = useCells({ onPerson, onCase });
  const told = entries.map((entry) => [entry, cellsOf(entry)] as const);
  if (isNarrow) {
    return (
      <ul className={classes.entries} aria-label={t('list')}>
        {told.map(([{ entry, action }, cells]) => (
          <li key={entry} data-action={action}>
            <p className={classes.deed}>{cells.action}</p>
            <p>{cells.about}</p>
            <p className={classes.facts}>
              {cells.by} · {cells.at}
            </p>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <ReadingTable label={t('list')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {told.map(([{ entry, action }, cells]) => (
          <tr key={entry} data-action={action}>
            {columns.map((column) => (
              <td key={column}>{cells[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}
