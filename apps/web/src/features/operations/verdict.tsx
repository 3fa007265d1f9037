import type { Finding } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '../../shared/icons.js';
import { useAges, useSecondsSince } from '../../shared/ages.js';
import { useFindingWords } from './finding-words.js';
import classes from './verdict.module.css';

type Severity = Finding['severity'] | 'well';

const looks = { well: IconCircleCheck, attention: IconAlertTriangle, bad: IconCircleX } as const;

function Freshness({ at, failing }: { readonly at: number; readonly failing: boolean }) {
  const { t } = useTranslation('operations');
  const ages = useAges();
  const age = ages.lasting(useSecondsSince(at));
  return <p className={classes.fresh}>{t(failing ? 'fresh.failing' : 'fresh.well', { age })}</p>;
}

/** The first thing the person on duty reads: whether all is well, and if not what is wrong and what to do. */
export function Verdict({
  findings,
  readAt,
  failing = false,
}: {
  readonly findings: readonly Finding[];
  /** When the figures arrived, by this browser's clock; null before the first. */
  readonly readAt: number | null;
  /** The figures cannot be refreshed. */
  readonly failing?: boolean;
}) {
  const { t } = useTranslation('operations');
  const wordsOf = useFindingWords();
  const severity: Severity = findings.some((one) => one.severity === 'bad')
    ? 'bad'
    : findings.length > 0
      ? 'attention'
      : 'well';
  const Icon = looks[severity];
  return (
    <section className={`${classes.verdict} ${classes[severity] ?? ''}`} aria-labelledby="verdict">
      <Icon size={28} aria-hidden />
      <div className={classes.body}>
        <div role="status">
          <h2 id="verdict" className={classes.sentence}>
            {t(`verdict.${severity}`)}
          </h2>
        </div>
        {severity === 'well' ? (
          <p>{t('verdict.wellText')}</p>
        ) : (
          <ul className={classes.findings}>
            {findings.map((finding) => {
              const { what, advice } = wordsOf(finding);
              const Mark = looks[finding.severity];
              return (
                <li key={`${finding.code} ${finding.subject ?? ''}`}>
                  <Mark size={18} aria-hidden className={classes[finding.severity] ?? ''} />
                  <span>
                    <strong>{what}</strong> {advice}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        {readAt !== null && <Freshness at={readAt} failing={failing} />}
      </div>
    </section>
  );
}
