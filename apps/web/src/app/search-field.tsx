import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit, Hits } from '../client/subject.js';
import { IconSearch } from '../shared/icons.js';
import { Key } from '../shared/key.js';
import { focusTitle } from '../shared/focus.js';
import { useHotkeys } from '../shared/hotkeys.js';
import classes from './search-field.module.css';
import { subjects } from './subjects.js';

const finders = subjects.flatMap((subject) => subject.useHits ?? []);

/** The same hooks in the same order at every call: subjects are constant. */
function useHits(text: string): Hits {
  const found = finders.map((useOne) => useOne(text));
  return { hits: found.flatMap(({ hits }) => hits), settled: found.every(({ settled }) => settled) };
}

/** Finds a case by the start of its code, or a service; `/` jumps here. */
export function SearchField() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [opened, setOpened] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const wanted = text.trim();
  const { hits, settled } = useHits(wanted);
  const shown = opened && wanted !== '';
  const before = useRef<Element | null>(null);
  useHotkeys({ '/': () => input.current?.focus() });

  const leave = () => {
    setText('');
    setOpened(false);
    // Back to where one was; a page that is opened takes the focus itself.
    if (before.current instanceof HTMLElement && before.current.isConnected) {
      before.current.focus();
    } else {
      focusTitle();
    }
  };
  const choose = (hit: Hit | undefined) => {
    if (hit !== undefined) {
      hit.go();
      leave();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      leave();
    } else if (event.key === 'Enter') {
      choose(hits[active]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + hits.length) % Math.max(1, hits.length));
    }
  };

  return (
    <div className={classes.search} role="search">
      <div className={classes.box}>
        <IconSearch size={17} aria-hidden />
        <input
          ref={input}
          className={classes.input}
          type="text"
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && hits[active] !== undefined ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setOpened(true);
          }}
          onFocus={(event) => {
            before.current = event.relatedTarget;
            setOpened(true);
          }}
          onBlur={() => setOpened(false)}
          onKeyDown={onKeyDown}
        />
        <Key>/</Key>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('search.label')} className={classes.list} hidden={!shown}>
        {hits.map((hit, index) => (
          <div
            key={hit.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.option}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(hit);
            }}
            onPointerEnter={() => setActive(index)}
          >
            <span className={classes.main}>{hit.main}</span>
            <span className={classes.aside}>{hit.aside}</span>
          </div>
        ))}
        {hits.length === 0 && settled && <p className={classes.nothing}>{t('search.nothing', { text: wanted })}</p>}
      </div>
    </div>
  );
}
