import { figuresOf, openingOf, type Scene } from '#figures';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrendSearch } from '../../app/search.js';
import { mayReadExact, useSession } from '../../app/session.js';
import { FigureCard } from '../../shared/figures/figure-card.js';
import { tablesOf } from '../../shared/figures/tables.js';
import { IconPresentation, IconPrinter } from '../../shared/icons.js';
import { FigureFoot } from './parts/figure-foot.js';
import { TrendFilters } from './parts/filters.js';
import { Opening } from './parts/opening.js';
import classes from './trends.module.css';

type Change = (part: TrendSearch) => void;

function TierChoice({ tier, onChange }: { readonly tier: 'published' | 'exact'; readonly onChange: Change }) {
  const { t } = useTranslation('trends');
  return (
    <div className={classes.tiers} role="group" aria-label={t('tier.label')}>
      <button type="button" aria-pressed={tier === 'published'} onClick={() => onChange({ tier: undefined })}>
        {t('tier.published')}
      </button>
      <button type="button" aria-pressed={tier === 'exact'} onClick={() => onChange({ tier: 'exact' })}>
        {t('tier.exact')}
      </button>
    </div>
  );
}

function Tools({
  search,
  scene,
  onChange,
}: {
  readonly search: TrendSearch;
  readonly scene: Scene | null;
  readonly onChange: Change;
}) {
  const { t } = useTranslation('trends');
  const navigate = useNavigate({ from: '/trends' });
  const session = useSession();
  return (
    <div className={classes.bar} data-no-print>
      <TrendFilters search={search} standing={scene?.standing ?? null} onChange={onChange} />
      <span className={classes.space} />
      {mayReadExact(session) && (
        <TierChoice tier={search.tier === 'exact' ? 'exact' : 'published'} onChange={onChange} />
      )}
      <Button
        variant="default"
        leftSection={<IconPresentation size={17} />}
        onClick={() => void navigate({ to: '/trends/project', search })}
      >
        {t('project')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} />}
        onClick={() => void navigate({ to: '/trends/packs', search: {} })}
      >
        {t('packs')}
      </Button>
    </div>
  );
}

type DashboardProps = {
  readonly search: TrendSearch;
  /** Null when there is nothing to show yet. */
  readonly scene: Scene | null;
};

/** What the figures say, the filters, and a card for each question of an assembly. */
export function Dashboard({ search, scene }: DashboardProps) {
  const navigate = useNavigate({ from: '/trends' });
  const change: Change = (part) => void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const tables = tablesOf(search.table);
  return (
    <>
      {scene !== null && <Opening {...openingOf(scene)} />}
      <Tools search={search} scene={scene} onChange={change} />
      {scene !== null && (
        <div className={classes.cards}>
          {figuresOf(scene).map((figure) => (
            <FigureCard
              key={figure.id}
              figure={figure}
              foot={<FigureFoot figure={figure} standing={scene.standing} />}
              isTable={tables.has(figure.id)}
              onToggle={() => change({ table: tables.turned(figure.id) })}
            />
          ))}
        </div>
      )}
    </>
  );
}
