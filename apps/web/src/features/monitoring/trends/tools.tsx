import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TrendSearch } from './route.js';
import { useSession } from '../../../client/session.js';
import { mayReadExact } from '../rooms.js';
import { IconPresentation, IconPrinter } from '../../../shared/icons.js';
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

/** What those who are signed in can do with the figures: another tier, a beamer, a pack. */
export function Tools({ search, onChange }: { readonly search: TrendSearch; readonly onChange: Change }) {
  const { t } = useTranslation('trends');
  const navigate = useNavigate({ from: '/trends' });
  const session = useSession();
  return (
    <>
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
    </>
  );
}
