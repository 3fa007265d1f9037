import type { CaseEvent, CaseView } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../../app/hotkeys.js';
import type { ActionControl } from '../../../shared/actions/use-action.js';
import { IconNote } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { Rich } from '../../../shared/rich.js';
import { TextButton } from '../../../shared/text-button.js';
import { useFormats } from '../../../shared/time.js';
import { eventLooks } from './event-looks.js';
import { useEventSentence } from './event-sentence.js';
import classes from './timeline.module.css';

const firstShown = 12;

/** The id of the note that an event wrote, if any. */
function noteIdOf(event: CaseEvent): string | undefined {
  if (event.type === 'relais.referral.sent.v1') {
    return event.data.messageNoteId;
  }
  return 'noteId' in event.data ? event.data.noteId : undefined;
}

/** A note is told once, by the first event that names it: an offer to several carries the same message. */
function noteTexts(view: CaseView): ReadonlyMap<number, string> {
  const told = new Set<string>();
  const texts = new Map<number, string>();
  for (const event of view.timeline) {
    const noteId = noteIdOf(event);
    const note = view.notes.find((one) => one.noteId === noteId);
    if (note !== undefined && !told.has(note.noteId)) {
      told.add(note.noteId);
      texts.set(event.sequence, note.text);
    }
  }
  return texts;
}

type TimelineCardProps = { readonly view: CaseView; readonly control: ActionControl };

/** What happened, newest first, with the notes where they were written. */
export function TimelineCard({ view, control }: TimelineCardProps) {
  const { t } = useTranslation('case');
  const formats = useFormats();
  const sentence = useEventSentence(view);
  const [all, setAll] = useState(false);
  const [notesOnly, setNotesOnly] = useState(false);
  const texts = noteTexts(view);
  const addNote = view.actions.find((action) => action.type === 'add-note');
  useHotkeys({ n: () => addNote !== undefined && control.start(addNote) }, addNote !== undefined);
  const events = view.timeline.toReversed().filter((event) => !notesOnly || texts.has(event.sequence));
  const shown = all ? events : events.slice(0, firstShown);
  return (
    <Card
      title={t('timeline.title')}
      aside={
        <span className={classes.head} data-no-print>
          <label className={classes.notesOnly}>
            <input type="checkbox" checked={notesOnly} onChange={(event) => setNotesOnly(event.target.checked)} />
            {t('timeline.notesOnly')}
          </label>
          {addNote !== undefined && (
            <TextButton
              icon={<IconNote size={16} aria-hidden />}
              keyShortcut="n"
              onClick={() => control.start(addNote)}
            >
              {t('timeline.note')}
            </TextButton>
          )}
        </span>
      }
    >
      <ol>
        {shown.map((event) => {
          const look = eventLooks[event.type];
          const text = texts.get(event.sequence);
          return (
            <li key={event.id} className={classes.event}>
              <span className={`${classes.icon} ${classes[`tone-${look.tone}`]}`} aria-hidden>
                <look.icon size={15} />
              </span>
              <span className={classes.text}>
                <Rich text={sentence(event)} />
              </span>
              <time className={classes.time} dateTime={event.time}>
                {formats.full(new Date(event.time))}
              </time>
              {text !== undefined && <p className={classes.note}>{text}</p>}
            </li>
          );
        })}
      </ol>
      {notesOnly && events.length === 0 && (
        <p className={classes.foot}>{t(view.notesErased ? 'timeline.erased' : 'timeline.none')}</p>
      )}
      {shown.length < events.length && (
        <p className={classes.foot}>
          <TextButton onClick={() => setAll(true)}>{t('timeline.all', { count: events.length })}</TextButton>
        </p>
      )}
    </Card>
  );
}
