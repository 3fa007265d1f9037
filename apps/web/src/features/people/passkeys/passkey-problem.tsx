import { useTranslation } from 'react-i18next';
import { Problem } from '../../../shared/form-problem.js';
import classes from './passkeys.module.css';
import { wasLeft } from './passkeys.js';

/** What came in between: the person left it, or Relais refused. */
export function PasskeyProblem({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation('passkeys');
  if (error !== null && wasLeft(error)) {
    return (
      <p role="alert" className={classes.left}>
        {t('left')}
      </p>
    );
  }
  return <Problem error={error} />;
}
