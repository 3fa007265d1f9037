import type { CaseView } from '#contracts/case';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../../../shared/hotkeys.js';
import type { ActionControl } from '../../actions/use-action.js';
import { eventLooks } from '../../../../shared/event-looks.js';
import { IconNote } from '../../../../shared/icons.js';
import { Card } from '../../../../shared/page.js';
import { Rich } from '../../../../shared/rich.js';
import { TextButton } from '../../../../shared/text-button.js';
import { useFormats } from '../../../../shared/time.js';
import tones from '../../../../shared/tones.module.css';
import { useEventSentence, useInNameOf } from './event-sentence.js';
import { noteTexts } from './timeline-model.js';
import classes from './timeline.module.css';
import type texts from './texts.fr.json';

declare module '../../../../client/texts.js' {
  interface Texts {
    timeline: typeof texts;
  }
}

const firstShown = 12;

type TimelineCardProps = {
  readonly view: CaseView;
  readonly loadEarlier: () => void;
  readonly control: ActionControl;
};

/** What happened, newest first, with the notes where they were written. */
export function TimelineCard({ view, loadEarlier, control }: TimelineCardProps) {
  const { t } = useTranslation('case-page');
  const formats = useFormats();
  const sentence = useEventSentence(view);
  const inNameOf = useInNameOf(view);
  const [all, setAll] = useState(false);
  const [notesOnly, setNotesOnly] = useState(false);
  const texts = noteTexts(view);
  const addNote = view.actions.find((action) => action.type === 'add-note');
  useHotkeys({ n: () => addNote !== undefined && control.start(addNote) }, addNote !== undefined);
  const events = view.timeline.toReversed().filter((event) => !notesOnly || texts.has(event.sequence));
  const isFolded = !all && events.length > firstShown;
  const { earlier, missing } = view;
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
      {missing !== null && (
        <p className={classes.foot} role="status">
          {t('timeline.missing', { count: missing.to - missing.from + 1 })}
        </p>
      )}
      <ol>
        {events.map((event, index) => {
          const look = eventLooks[event.type];
          const text = texts.get(event.sequence);
          const representing = inNameOf(event);
          return (
            <li key={event.id} className={`${classes.event} ${isFolded && index >= firstShown ? classes.folded : ''}`}>
              <span className={`${classes.icon} ${tones[look.tone]}`} aria-hidden>
                <look.icon size={15} />
              </span>
              <span className={classes.text}>
                <Rich text={sentence(event)} />
                {representing !== undefined && <span className={classes.inNameOf}>{representing}</span>}
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
        <p className={classes.foot}>
          {t(view.notesErased ? 'timeline.erased' : earlier > 0 ? 'timeline.noneShown' : 'timeline.none')}
        </p>
      )}
      {isFolded && (
        <p className={classes.foot}>
          <TextButton onClick={() => setAll(true)}>
            {t(earlier > 0 ? 'timeline.newest' : 'timeline.all', { count: events.length })}
          </TextButton>
        </p>
      )}
      {earlier > 0 && (
        <p className={classes.foot}>
          {!isFolded && <TextButton onClick={loadEarlier}>{t('timeline.earlier', { count: earlier })}</TextButton>}
          <span className={classes.printed}>{t('timeline.notShown', { count: earlier })}</span>
        </p>
      )}
    </Card>
  );
}
