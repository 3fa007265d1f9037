import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrendSearch } from './route.js';
import { Page } from '../../../shared/page.js';
import { Tools } from './tools.js';
import { TrendsBody } from './trends-body.js';
import classes from './trends.module.css';
import { useScene, useTier } from './use-scene.js';
import { useStandingWords } from './use-standing-words.js';

/** What changed since a date and whether that is more than chance. */
export function TrendsPage() {
  const { t } = useTranslation('trends');
  const { t: names } = useTranslation('names');
  const search = useSearch({ from: '/signed-in/trends' });
  const navigate = useNavigate({ from: '/trends' });
  const tier = useTier(search);
  const state = useScene(search, tier);
  const change = (part: TrendSearch) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  return (
    <Page title={names('trends')} beside={useStandingWords(state)}>
      <TrendsBody
        state={state}
        search={search}
        source={tier}
        onChange={change}
        tools={<Tools search={search} onChange={change} />}
      />
      <p className={classes.foot}>
        <Link to="/trends/how-we-count">{t('howWeCount.title')}</Link>
      </p>
    </Page>
  );
}
