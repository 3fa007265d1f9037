import type { InvitationLook } from '#contracts/people';
import { roles } from '#contracts/people/codes';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../../client/i18n.js';
import { hasChosenLanguage } from '../../../client/languages.js';
import { Chip, ChipRow } from '../../../shared/chips.js';
import { Problem } from '../../../shared/form-problem.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { Loading } from '../../../shared/states.js';
import { useFormats } from '../../../shared/time.js';
import { CameBack } from '../came-back.js';
import { OpenPage } from '../open-page.js';
import { peopleQueries } from '../queries.js';
import { JoinAs } from './join-as.js';
import { JoinForm } from './join-form.js';
import classes from './join-page.module.css';
import { keptLink } from './kept-link.js';
import { PasskeyFirst, SignInFirst } from './sign-in-first.js';

/** A link that is no link, or leads to nothing any more: why, and where one goes instead. */
function NoInvitation({ error, children }: { readonly error: Error | null; readonly children?: ReactNode }) {
  const { t } = useTranslation('join');
  return (
    <>
      {children}
      <Problem error={error} />
      <p>
        <Link to="/sign-in">{t('signIn')}</Link>
      </p>
    </>
  );
}

/** To what somebody is invited, and by whom. */
function About({ look }: { readonly look: InvitationLook }) {
  const { t } = useTranslation('join');
  const labels = useLabels();
  const formats = useFormats();
  const { invitedBy, organisationName, services, mail } = look;
  const house = organisationName ?? 'Relais';
  const said =
    invitedBy === null ? t(mail === null ? 'first' : 'invited', { house }) : t('invites', { name: invitedBy, house });
  return (
    <>
      <p className={classes.intro}>{said}</p>
      <dl className={classes.offer}>
        <dt>{t('roles')}</dt>
        <dd>
          <ChipRow>
            {look.roles.map((role) => (
              <Chip key={role}>{labels.of(roles, role)}</Chip>
            ))}
          </ChipRow>
        </dd>
        {services.length > 0 && (
          <>
            <dt>{t('services')}</dt>
            <dd>
              <ChipRow>
                {services.map(({ serviceId, name }) => (
                  <Chip key={serviceId}>{labels.text(name)}</Chip>
                ))}
              </ChipRow>
            </dd>
          </>
        )}
      </dl>
      <p className={classes.quiet}>{t('until', { day: formats.date(new Date(look.expiresAt)) })}</p>
    </>
  );
}

type InvitedProps = { readonly secret: string; readonly look: InvitationLook; readonly onJoined: () => void };

/** What whoever has the link does: signs in or shows a passkey first, joins as who they are, or says who they are. */
function Deed({ secret, look, onJoined }: InvitedProps) {
  const { t } = useTranslation('join');
  const [isOther, setOther] = useState(false);
  const { signedIn, known, before } = look;
  if (before === 'sign-in') {
    return (
      <SignInFirst secret={secret}>
        <p>{t('signInFirst', { name: known })}</p>
        {signedIn !== null && <p className={classes.quiet}>{t('signedInAs', { name: signedIn })}</p>}
      </SignInFirst>
    );
  }
  const name = isOther ? known : (signedIn ?? known);
  if (name === null) {
    return <JoinForm secret={secret} look={look} onJoined={onJoined} />;
  }
  // Who has the address is not somebody else.
  const onOther = known === null ? () => setOther(true) : undefined;
  if (before === 'passkey') {
    return (
      <PasskeyFirst secret={secret} onOther={onOther}>
        <p>{t('passkeyFirst', { name })}</p>
      </PasskeyFirst>
    );
  }
  return (
    <JoinAs secret={secret} signedIn={signedIn !== null} name={name} onOther={onOther} onJoined={onJoined}>
      {t(signedIn === null ? 'known' : 'as', { name })}
    </JoinAs>
  );
}

function Invited({ secret, look, onJoined }: InvitedProps) {
  const { language } = look;
  useEffect(() => {
    if (!hasChosenLanguage()) {
      void switchLanguage(language).catch(() => undefined);
    }
  }, [language]);
  return (
    <Card className={classes.card}>
      <About look={look} />
      <Deed secret={secret} look={look} onJoined={onJoined} />
    </Card>
  );
}

/** Where the link of an invitation leads: what it offers; nothing of it is used before the person presses the button. */
export function JoinPage() {
  const { t } = useTranslation('join');
  const hash = useLocation({ select: (place) => place.hash });
  const cameBack = useSearch({ from: '/join' });
  const secret = hash === '' ? keptLink.read() : hash;
  const isWhole = /^[A-Za-z0-9_-]{22}$/.test(secret);
  // Once it is used there is nothing to look at any more.
  const [isJoined, setJoined] = useState(false);
  const { data, error } = useQuery({ ...peopleQueries.invitationLook(secret), enabled: isWhole && !isJoined });
  const look = isJoined ? undefined : data;
  const house = look?.organisationName;
  const told = <CameBack {...cameBack} />;
  return (
    <OpenPage title={t('title')} claim={house == null ? t('claimUnknown') : t('claim', { house })}>
      {!isWhole && (
        <NoInvitation error={cameBack.problem === undefined ? new Error(t('noLink')) : null}>{told}</NoInvitation>
      )}
      {isWhole && look === undefined && (error === null ? <Loading rows={4} /> : <NoInvitation error={error} />)}
      {look !== undefined && told}
      {look !== undefined && <Invited secret={secret} look={look} onJoined={() => setJoined(true)} />}
    </OpenPage>
  );
}
