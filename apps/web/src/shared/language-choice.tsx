import { languages } from '#contracts/kernel/codes';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './labels.js';
import { sayFailed } from './toast.js';
import { switchLanguage } from '../client/i18n.js';
import classes from './language-choice.module.css';

/** Switches the language of the screens. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const current = useLanguage();
  return (
    <div className={classes.choices} role="group" aria-label={t('person.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className={classes.choice}
          aria-pressed={language === current}
          lang={language}
          onClick={() => void switchLanguage(language).catch(() => sayFailed(new Error(t('later.language'))))}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
