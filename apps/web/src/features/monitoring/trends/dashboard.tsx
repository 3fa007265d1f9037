import { figuresOf, openingOf, type Scene } from '#figures';
import type { ReactNode } from 'react';
import type { FigureSource } from '../../../shared/figures/queries.js';
import type { TrendSearch } from './route.js';
import { FigureCard } from '../../../shared/figures/figure-card.js';
import { tablesOf } from '../../../shared/figures/tables.js';
import { FigureFoot } from './parts/figure-foot.js';
import { TrendFilters } from './parts/filters.js';
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

/** What the figures say, the filters, and a card for each question of an assembly. */
export function Dashboard({ search, scene, source, onChange, tools }: DashboardProps) {
  const tables = tablesOf(search.table);
  return (
    <>
      {scene !== null && <Opening {...openingOf(scene)} />}
      <div className={classes.bar} data-no-print>
        <TrendFilters search={search} standing={scene?.standing ?? null} onChange={onChange} />
        <span className={classes.space} />
        {tools}
      </div>
      {scene !== null && (
        <div className={classes.cards}>
          {figuresOf(scene).map((figure) => (
            <FigureCard
              key={figure.id}
              figure={figure}
              foot={<FigureFoot figure={figure} standing={scene.standing} source={source} />}
              isTable={tables.has(figure.id)}
              onToggle={() => onChange({ table: tables.turned(figure.id) })}
            />
          ))}
        </div>
      )}
    </>
  );
}
