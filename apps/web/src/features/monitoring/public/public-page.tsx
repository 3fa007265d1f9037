import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TrendsBody } from '../trends/trends-body.js';
import classes from '../trends/trends.module.css';
import { useScene } from '../trends/use-scene.js';
import { useStandingWords } from '../trends/use-standing-words.js';
import { PublicFrame } from './public-frame.js';

/** The published figures for everybody, without signing in. */
export function PublicPage() {
  const { t } = useTranslation('public');
  const { t: trends } = useTranslation('trends');
  const search = useSearch({ from: '/public' });
  const navigate = useNavigate({ from: '/public' });
  const state = useScene(search, 'public');
  const standing = useStandingWords(state);
  return (
    <PublicFrame title={t('title')} beside={[t('intro'), standing && t('standing', { standing })].join(' ')}>
      <TrendsBody
        state={state}
        search={search}
        source="public"
        onChange={(part) => void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false })}
      />
      <p className={classes.foot}>
        <Link to="/public/how-we-count">{trends('howWeCount.title')}</Link>
      </p>
    </PublicFrame>
  );
}
