import { professions } from '#contracts/kernel/codes';
import type { OwnSession, Persona } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { leaving } from '../../../client/leaving.js';
import { houseOf } from '../../../client/session.js';
import { Problem } from '../../../shared/form-problem.js';
import { IconChevronRight } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { peopleQueries } from '../queries.js';
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

type PersonasProps = { readonly onEntered: (session: OwnSession) => Promise<void> };

/** Sign-in by persona, for development and demonstration. */
export function Personas({ onEntered }: PersonasProps) {
  const { t } = useTranslation('sign-in');
  const { data: personas, error, refetch } = useQuery(peopleQueries.personas());
  const signIn = useMutation({
    mutationFn: async ({ person, membership }: Persona) => {
      // What ends the session of before must not come after this one has begun.
      await leaving.told();
      return api.post<OwnSession>('/session', { personId: person.personId, membershipId: membership.membershipId });
    },
    onSuccess: onEntered,
  });
  return (
    <>
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
    </>
  );
}
