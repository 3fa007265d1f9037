import { figuresOf, openingOf, type Scene } from '#figures';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FigureSource } from '../../../shared/figures/queries.js';
import type { TrendSearch } from './route.js';
import { FigureCard } from '../../../shared/figures/figure-card.js';
import { tablesOf } from '../../../shared/figures/tables.js';
import { Contents } from './parts/contents.js';
import { FigureFoot } from './parts/figure-foot.js';
import { TrendFilters } from './parts/filters.js';
import { useExactness } from './parts/use-exactness.js';
import { openedOf } from './opened.js';
import { Opening } from './parts/opening.js';
import classes from './trends.module.css';

type DashboardProps = {
  readonly search: TrendSearch;
  /** Null when there is nothing to show yet. */
  readonly scene: Scene | null;
  readonly source: FigureSource;
  /** Told of every part of the address that changes. */
  readonly onChange: (part: TrendSearch) => void;
  /** Beside the filters. */
  readonly tools?: ReactNode;
};

const placeOf = (id: string) => `figure-${id}`;

/** What the figures say, the filters, and behind a list of contents a card for each question of an assembly. */
export function Dashboard({ search, scene, source, onChange, tools }: DashboardProps) {
  const figures = scene === null ? [] : figuresOf(scene);
  const tables = tablesOf(search.table);
  const exactness = useExactness(scene?.standing);
  const opened = openedOf(
    search,
    figures.map(({ id }) => id),
  );
  const asked = useRef<string>(undefined);
  // Whoever opens a figure goes on reading there.
  useEffect(() => {
    if (asked.current !== undefined) {
      document.getElementById(placeOf(asked.current))?.focus();
      asked.current = undefined;
    }
  });
  const turn = (ids: readonly string[], isOpen: boolean) => {
    asked.current = isOpen ? ids[0] : undefined;
    onChange(opened.with(ids, isOpen));
  };
  return (
    <>
      {scene !== null && (
        <>
          <Opening {...openingOf(scene)} />
          <p className={classes.exactness}>{exactness}</p>
        </>
      )}
      <div className={classes.bar} data-no-print>
        <TrendFilters
          search={search}
          standing={scene?.standing ?? null}
          // The first chart is what this filter is about: it is shown.
          onChange={(part) => onChange('difficulty' in part ? { ...part, ...opened.with(['trend'], true) } : part)}
        />
        <span className={classes.space} />
        {tools}
      </div>
      {scene !== null && (
        <>
          <Contents figures={figures} opened={opened} onTurn={turn} placeOf={placeOf} />
          <div className={classes.cards}>
            {figures
              .filter(({ id }) => opened.has(id))
              .map((figure) => (
                <div
                  key={figure.id}
                  id={placeOf(figure.id)}
                  tabIndex={-1}
                  className={figure.isWide === true ? classes.wide : classes.place}
                >
                  <FigureCard
                    figure={figure}
                    foot={<FigureFoot figure={figure} scene={scene} source={source} />}
                    isTable={tables.has(figure.id)}
                    onToggle={() => onChange({ ...opened.with([figure.id], true), table: tables.turned(figure.id) })}
                  />
                </div>
              ))}
          </div>
        </>
      )}
    </>
  );
}
