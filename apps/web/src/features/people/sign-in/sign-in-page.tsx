import { professions } from '#contracts/kernel/codes';
import type { OwnSession, Persona } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { switchLanguage } from '../../../client/i18n.js';
import { LanguageChoice } from '../../../shared/language-choice.js';
import { hasChosenLanguage, isLanguage } from '../../../client/languages.js';
import { Logo } from '../../../shared/logo.js';
import { leaving } from '../../../client/leaving.js';
import { peopleQueries } from '../queries.js';
import { enter, houseOf } from '../../../client/session.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconChevronRight } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { StatementLink } from '../../../shared/statement-link.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import classes from './sign-in-page.module.css';

type Group = { readonly name: string; readonly people: readonly Persona[] };

function byOrganisation(personas: readonly Persona[]): readonly Group[] {
  const names = [...new Set(personas.map(({ membership }) => houseOf(membership)))];
  return names.map((name) => ({ name, people: personas.filter(({ membership }) => houseOf(membership) === name) }));
}

type PersonProps = { readonly persona: Persona; readonly busy: boolean; readonly onChoose: () => void };

function Person({ persona, busy, onChoose }: PersonProps) {
  const labels = useLabels();
  const { person, membership } = persona;
  const isActor = membership.roles.includes('actor') && membership.services.length > 0;
  const does = isActor
    ? membership.services.map(
        (service) => `${labels.text(service.name)} (${labels.of(professions, service.profession)})`,
      )
    : membership.roles.map((role) => labels.of(roles, role));
  return (
    <button type="button" className={classes.person} disabled={busy} onClick={onChoose} data-person={person.personId}>
      <span className={classes.about}>
        <span className={classes.name}>{person.name}</span>
        {does.map((one) => (
          <span key={one} className={classes.does}>
            {one}
          </span>
        ))}
      </span>
      <span className={classes.language}>{person.language.toUpperCase()}</span>
      <IconChevronRight size={17} className={classes.arrow ?? ''} aria-hidden />
    </button>
  );
}

/** Sign-in by persona, for development and demonstration. */
export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  const { data: personas, error, refetch } = useQuery(peopleQueries.personas());
  useEffect(() => {
    document.title = `${t('title')} · Relais`;
  }, [t]);
  const signIn = useMutation({
    mutationFn: async ({ person, membership }: Persona) => {
      // What ends the session of before must not come after this one has begun.
      await leaving.told();
      return api.post<OwnSession>('/session', { personId: person.personId, membershipId: membership.membershipId });
    },
    onSuccess: async (session) => {
      await enter(session);
      const { language } = session.person;
      if (!hasChosenLanguage() && isLanguage(language)) {
        await switchLanguage(language);
      }
      if (to !== undefined) {
        router.history.push(to);
        return;
      }
      await navigate({ to: '/' });
    },
  });
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <span className={classes.brand}>
          <Logo size={28} /> Relais
        </span>
        <LanguageChoice />
      </div>
      <h1 className={classes.claim}>{t('claim')}</h1>
      <p className={classes.intro}>{t('intro')}</p>
      <Problem error={signIn.error} />
      {error !== null && personas === undefined && <Failure error={error} retry={() => void refetch()} />}
      {personas === undefined && error === null && <Loading />}
      {personas?.length === 0 && <Empty title={t('none')} text={t('noneText')} />}
      <div className={classes.groups}>
        {byOrganisation(personas ?? []).map((group) => (
          <section key={group.name} className={classes.group} aria-label={group.name}>
            <h2 className={classes.organisation}>{group.name}</h2>
            {group.people.map((persona) => (
              <Person
                key={persona.membership.membershipId}
                persona={persona}
                busy={signIn.isPending}
                onChoose={() => signIn.mutate(persona)}
              />
            ))}
          </section>
        ))}
      </div>
      <p className={classes.note}>{t('development')}</p>
      <p className={classes.note}>
        <Link to="/public">{t('publicFigures')}</Link> · <StatementLink />
      </p>
    </main>
  );
}
