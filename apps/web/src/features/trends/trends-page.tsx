import { figuresOf, openingOf, sundayOf, type Scene } from '#figures';
import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrendSearch } from '../../app/search.js';
import { IconPresentation, IconPrinter } from '../../shared/icons.js';
import { Card, Page } from '../../shared/page.js';
import { Empty, Failure, Loading } from '../../shared/states.js';
import { useFormats } from '../../shared/time.js';
import { FigureCard } from './parts/figure-card.js';
import { TrendFilters } from './parts/filters.js';
import { Opening } from './parts/opening.js';
import { useMayReadExact } from './tier.js';
import classes from './trends.module.css';
import { useScene } from './use-scene.js';

type Changes = (part: TrendSearch) => void;

function TierChoice({ tier, onChange }: { readonly tier: 'published' | 'exact'; readonly onChange: Changes }) {
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
  readonly onChange: Changes;
}) {
  const { t } = useTranslation('trends');
  const navigate = useNavigate({ from: '/trends' });
  const mayReadExact = useMayReadExact();
  return (
    <div className={classes.bar} data-no-print>
      <TrendFilters search={search} standing={scene?.standing ?? null} onChange={onChange} />
      <span className={classes.space} />
      {mayReadExact && <TierChoice tier={search.tier === 'exact' ? 'exact' : 'published'} onChange={onChange} />}
      <Button
        variant="default"
        leftSection={<IconPresentation size={17} />}
        onClick={() => void navigate({ to: '/trends/project', search })}
      >
        {t('project')}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={17} />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}

/** What changed since a date and whether that is more than chance; in words first, then a card for each question of an assembly. */
export function TrendsPage() {
  const { t } = useTranslation('trends');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const search = useSearch({ from: '/signed-in/trends' });
  const navigate = useNavigate({ from: '/trends' });
  const state = useScene(search);
  const change: Changes = (part) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const tables = search.table?.split(',') ?? [];
  const toggle = (id: string) => {
    const next = tables.includes(id) ? tables.filter((one) => one !== id) : [...tables, id];
    change({ table: next.join(',') || undefined });
  };
  const scene = state.is === 'ready' ? state.scene : null;
  const last = scene?.standing.last ?? null;
  const beside =
    scene === null || last === null
      ? undefined
      : scene.standing.tier === 'exact'
        ? t('standing.exact')
        : t('standing.published', { date: formats.date(sundayOf(last)) });
  return (
    <Page title={common('nav.trends')} beside={beside}>
      {state.is === 'failed' && <Failure error={state.error} retry={state.retry} />}
      {state.is === 'loading' && (
        <Card>
          <Loading rows={8} />
        </Card>
      )}
      {state.is === 'empty' && (
        <>
          <Tools search={search} scene={null} onChange={change} />
          <Card>
            <Empty title={t('empty.title')} text={t('empty.text')} />
          </Card>
        </>
      )}
      {state.is === 'ready' && (
        <div className={classes.page} data-old={state.isOld || undefined}>
          <Opening {...openingOf(state.scene)} />
          <Tools search={search} scene={state.scene} onChange={change} />
          <div className={classes.cards}>
            {figuresOf(state.scene).map((figure) => (
              <FigureCard
                key={figure.id}
                figure={figure}
                standing={state.scene.standing}
                isTable={tables.includes(figure.id)}
                onToggle={() => toggle(figure.id)}
              />
            ))}
          </div>
        </div>
      )}
      <p className={classes.foot}>
        <Link to="/trends/how-we-count">{t('howWeCount.title')}</Link>
      </p>
    </Page>
  );
}
