import type { PrivacyClass } from '#contracts/kernel/codes';
import { privacyClasses } from '#contracts/kernel/codes';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../shared/chips.js';
import { IconLock } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import classes from './contracts.module.css';

const tones: Readonly<Partial<Record<PrivacyClass, Tone>>> = {
  case: 'blue',
  time: 'blue',
  organisation: 'amber',
  person: 'red',
  note: 'red',
};

const classNames = Object.keys(privacyClasses) as readonly PrivacyClass[];

/** The class of privacy of a field; those that never reach the analysts carry a lock. */
export function PrivacyChip({ privacy }: { readonly privacy: PrivacyClass }) {
  const { t } = useTranslation('contracts');
  const labels = useLabels();
  const tone = tones[privacy];
  return (
    <Chip
      title={labels.text(privacyClasses[privacy].meaning)}
      {...(tone !== undefined && { tone })}
      {...(tone === 'red' && { icon: <IconLock size={13} aria-hidden /> })}
    >
      {t(`privacy.name.${privacy}`)}
    </Chip>
  );
}

/** What the classes of privacy mean. */
export function PrivacyLegend() {
  const { t } = useTranslation('contracts');
  const labels = useLabels();
  return (
    <Card title={t('privacy.title')}>
      <dl className={classes.pairs}>
        {classNames.map((privacy) => (
          <div key={privacy}>
            <dt>
              <PrivacyChip privacy={privacy} />
            </dt>
            <dd>{labels.text(privacyClasses[privacy].meaning)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
