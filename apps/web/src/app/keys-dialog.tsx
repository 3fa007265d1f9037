import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../client/subject.js';
import { Dialog } from '../shared/dialog.js';
import { Problem } from '../shared/form-problem.js';
import { givenKeys, isCharacter, keepKeys, useKeyChoices, withKey } from '../shared/key-choices.js';
import keyLook from '../shared/key.module.css';
import classes from './keys-dialog.module.css';
import { subjects } from './subjects.js';

const everywhere = [
  { keys: ['/'], does: 'search' },
  { keys: ['?'], does: 'help' },
  { keys: ['Esc'], does: 'escape' },
] as const satisfies readonly KeyRow[];

const tables = [{ where: 'everywhere', rows: everywhere }, ...subjects.flatMap(({ keys }) => keys ?? [])] as const;
const all = tables.flatMap(({ rows }) => rows.flatMap(({ keys }) => keys));

type CharacterProps = { readonly name: string; readonly given: string };

/** One key that can be changed: the character that is typed takes its place. */
function Character({ name, given }: CharacterProps) {
  const { t } = useTranslation();
  const choices = useKeyChoices();
  const [wrong, setWrong] = useState<{ readonly why: 'none' | 'taken'; readonly typed: string } | null>(null);
  const change = (text: string) => {
    // What stood there may still stand before or after what was typed.
    const before = choices.changed[given] ?? given;
    const typed = [...text].find((one) => one !== before) ?? before;
    const next = text === '' ? 'none' : withKey(choices, given, typed.toLowerCase(), all);
    if (typeof next === 'string') {
      setWrong({ why: next, typed });
      return;
    }
    setWrong(null);
    keepKeys(next);
  };
  return (
    <>
      <input
        className={`${keyLook.key} ${classes.character}`}
        aria-label={t('keys.change', { does: name })}
        aria-invalid={wrong !== null}
        value={choices.changed[given] ?? given}
        disabled={choices.off}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        onBlur={() => setWrong(null)}
        onChange={(event) => change(event.target.value)}
      />
      {wrong !== null && <Problem error={new Error(t(`keys.${wrong.why}`, { key: wrong.typed }))} />}
    </>
  );
}

function Row({ row }: { readonly row: KeyRow }) {
  const { t } = useTranslation();
  const name = t(`keys.${row.does}`);
  return (
    <div className={classes.row}>
      <dt>{name}</dt>
      <dd>
        {row.keys.map((key) =>
          isCharacter(key) ? (
            <Character key={key} given={key} name={row.keys.length > 1 ? `${name} (${key})` : name} />
          ) : (
            <kbd key={key} className={keyLook.key}>
              {key}
            </kbd>
          ),
        )}
      </dd>
    </div>
  );
}

type KeysDialogProps = { readonly opened: boolean; readonly onClose: () => void };

/** All keys and what they do; those of one character can be changed, or all of them switched off (WCAG 2.1.4). */
export default function KeysDialog({ opened, onClose }: KeysDialogProps) {
  const { t } = useTranslation();
  const choices = useKeyChoices();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys.title')} size={480}>
      <Checkbox
        className={classes.switch ?? ''}
        label={t('keys.on')}
        description={t('keys.onHint')}
        checked={!choices.off}
        onChange={(event) => keepKeys({ ...choices, off: !event.currentTarget.checked })}
      />
      {tables.map(({ where, rows }) => (
        <section key={where}>
          <h3 className={classes.heading}>{t(`keys.${where}`)}</h3>
          <dl>
            {rows.map((row) => (
              <Row key={row.does} row={row} />
            ))}
          </dl>
        </section>
      ))}
      <div className={classes.foot}>
        {Object.keys(choices.changed).length > 0 && (
          <Button variant="default" onClick={() => keepKeys({ ...givenKeys, off: choices.off })}>
            {t('keys.reset')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('form.close')}
        </Button>
      </div>
    </Dialog>
  );
}
