import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import row from '../shared/language-choice.module.css';
import classes from './top-tools.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

/** Switches the screens to light or dark, or leaves it to the system. */
export function SchemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.scheme} role="group" aria-labelledby="scheme-choice">
      <p id="scheme-choice" className={classes.where}>
        {t('person.scheme')}
      </p>
      <div className={`${row.choices} ${classes.choices}`}>
        {schemes.map((scheme) => (
          <button
            key={scheme}
            type="button"
            className={`${row.choice} ${classes.choice}`}
            aria-pressed={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`person.schemes.${scheme}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
