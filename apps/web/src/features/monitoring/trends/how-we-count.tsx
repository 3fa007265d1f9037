import type { Text } from '#contracts/kernel/codes';
import type { CountingRule } from '#contracts/monitoring/codes';
import { counting } from '#contracts/monitoring/codes';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import classes from './trends.module.css';

const parts = ['rounded', 'weeks', 'whenPublished', 'chance', 'rates', 'not'] as const;
const rules = ['numerator', 'denominator', 'start', 'stop', 'pause', 'reopened'] as const;

function Rule({ rule }: { readonly rule: CountingRule }) {
  const { t } = useTranslation('trends');
  const labels = useLabels();
  const told = rules.flatMap((name): { name: (typeof rules)[number]; text: Text }[] => {
    const text = rule[name];
    return text === undefined ? [] : [{ name, text }];
  });
  return (
    <section className={classes.prose}>
      <h3>{labels.text(rule.label)}</h3>
      <dl>
        {told.map(({ name, text }) => (
          <div key={name} className={classes.rule}>
            <dt>{t(`howWeCount.rule.${name}`)}</dt>
            <dd>{labels.text(text)}</dd>
          </div>
        ))}
        {rule.smallest !== undefined && (
          <div className={classes.rule}>
            <dt>{t('howWeCount.rule.smallest')}</dt>
            <dd>{rule.smallest}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** What the figures count, that and why they are rounded, how far off they may be, and what that does not protect from. */
export function HowWeCount() {
  const { t } = useTranslation('trends');
  return (
    <>
      <Card className={classes.chapter}>
        {parts.map((part) => (
          <section key={part} className={classes.prose}>
            <h2>{t(`howWeCount.${part}.title`)}</h2>
            <p>{t(`howWeCount.${part}.text`)}</p>
          </section>
        ))}
      </Card>
      <Card title={t('howWeCount.rules')}>
        {Object.entries(counting).map(([measure, rule]) => (
          <Rule key={measure} rule={rule} />
        ))}
      </Card>
    </>
  );
}
