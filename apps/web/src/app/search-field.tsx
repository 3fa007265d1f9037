import type { Service } from '#contracts';
import { caseStatuses, professions } from '#contracts/codes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconSearch } from '../shared/icons.js';
import { Key } from '../shared/key.js';
import type { Labels } from '../shared/labels.js';
import { useLabels } from '../shared/labels.js';
import { useHotkeys } from '../shared/hotkeys.js';
import { queries } from '../features/case/queries.js';
import classes from './search-field.module.css';
import { rooms, useSession } from '../client/session.js';

type Hit = { readonly id: string; readonly main: string; readonly aside: string; readonly go: () => void };

const servicesShown = 6;

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function matches(service: Service, text: string, labels: Labels): boolean {
  const haystack = [labels.text(service.name), service.organisationName, labels.of(professions, service.profession)];
  return plain(haystack.join(' ')).includes(plain(text));
}

function useHits(text: string): { readonly hits: readonly Hit[]; readonly settled: boolean } {
  const labels = useLabels();
  const navigate = useNavigate();
  const mayRead = rooms.cases(useSession());
  const asked = text !== '';
  const cases = useQuery({
    ...queries.casesByCode(text.toUpperCase()),
    enabled: asked && mayRead,
    placeholderData: keepPreviousData,
  });
  const services = useQuery({ ...queries.services(), enabled: asked });
  const caseHits = (mayRead && asked ? (cases.data?.cases ?? []) : []).map((found) => ({
    id: found.caseId,
    main: found.code,
    aside: labels.of(caseStatuses, found.status),
    go: () => void navigate({ to: '/cases/$caseId', params: { caseId: found.caseId } }),
  }));
  const serviceHits = (asked ? (services.data ?? []) : [])
    .filter((service) => matches(service, text, labels))
    .slice(0, servicesShown)
    .map((service) => ({
      id: service.serviceId,
      main: labels.text(service.name),
      aside: `${service.organisationName} · ${labels.of(professions, service.profession)}`,
      go: () => void navigate({ to: '/directory', search: { q: labels.text(service.name) } }),
    }));
  return { hits: [...caseHits, ...serviceHits], settled: !cases.isFetching && !services.isFetching };
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
  useHotkeys({ '/': () => input.current?.focus() });

  const leave = () => {
    setText('');
    setOpened(false);
    input.current?.blur();
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
          onFocus={() => setOpened(true)}
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
