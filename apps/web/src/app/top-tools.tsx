import { roles } from '#contracts/people/codes';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconKeyboard, IconLogout, IconUserCheck } from '../shared/icons.js';
import { useLabels } from '../shared/labels.js';
import { StatementLink } from '../shared/statement-link.js';
import { LanguageChoice } from '../shared/language-choice.js';
import { LiveLamp } from './live-lamp.js';
import { OtherMemberships } from './other-memberships.js';
import { SchemeChoice } from './scheme-choice.js';
import { SearchField } from './search-field.js';
import { houseOf, leave, useSession } from '../client/session.js';
import classes from './top-tools.module.css';

function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

type ToolsProps = {
  /** Shows the keys. */
  readonly onKeys: () => void;
};

function PersonMenu({ onKeys }: ToolsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { person, membership } = useSession();
  const navigate = useNavigate();
  const signOut = async () => {
    if (await leave()) {
      await navigate({ to: '/sign-in' });
    }
  };
  return (
    <>
      <button type="button" className={classes.avatar} popoverTarget="person-menu">
        <span aria-hidden>{initialsOf(person.name)}</span>
        <span className="visually-hidden">{t('person.menu')}</span>
      </button>
      <div id="person-menu" popover="auto" className={classes.menu}>
        <div className={classes.who}>
          <p className={classes.name}>{person.name}</p>
          <p className={classes.where}>
            {houseOf(membership)} · {membership.roles.map((role) => labels.of(roles, role)).join(', ')}
          </p>
        </div>
        <OtherMemberships />
        <div className={classes.phoneOnly}>
          <LanguageChoice />
          <LiveLamp />
        </div>
        <SchemeChoice />
        <Link to="/account" className={classes.entry}>
          <IconUserCheck size={17} aria-hidden />
          {t('person.manage')}
        </Link>
        <button
          type="button"
          className={classes.entry}
          popoverTarget="person-menu"
          popoverTargetAction="hide"
          onClick={onKeys}
        >
          <IconKeyboard size={17} aria-hidden />
          {t('keys.open')}
        </button>
        <StatementLink className={classes.entry} />
        <button type="button" className={classes.entry} onClick={() => void signOut()}>
          <IconLogout size={17} aria-hidden />
          {t('person.signOut')}
        </button>
      </div>
    </>
  );
}

/** Search, language and person, at the right of every page's title. */
export function TopTools({ onKeys }: ToolsProps) {
  return (
    <div className={classes.tools}>
      <SearchField />
      <div className={classes.deskOnly}>
        <LanguageChoice />
      </div>
      <PersonMenu onKeys={onKeys} />
    </div>
  );
}
