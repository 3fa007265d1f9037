import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Key } from '../shared/key.js';
import type { KeyRow } from '../client/subject.js';
import classes from './keys-dialog.module.css';
import { subjects } from './subjects.js';

const everywhere = [
  { keys: ['/'], does: 'search' },
  { keys: ['?'], does: 'help' },
  { keys: ['Esc'], does: 'escape' },
] as const satisfies readonly KeyRow[];

const list = subjects.flatMap((subject) => subject.keys ?? []);

type KeysDialogProps = { readonly opened: boolean; readonly onClose: () => void };

/** All keys and what they do. */
export default function KeysDialog({ opened, onClose }: KeysDialogProps) {
  const { t } = useTranslation();
  const table = (rows: readonly KeyRow[]) => (
    <dl className={classes.table}>
      {rows.map((row) => (
        <div key={row.does} className={classes.row}>
          <dt>{t(`keys.${row.does}`)}</dt>
          <dd>
            {row.keys.map((key) => (
              <Key key={key}>{key}</Key>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <h3 className={classes.heading}>{t('keys.everywhere')}</h3>
      {table(everywhere)}
      <h3 className={classes.heading}>{t('keys.list')}</h3>
      {table(list)}
    </Modal>
  );
}
