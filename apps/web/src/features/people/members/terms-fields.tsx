import type { MembershipTerms, Role } from '#contracts/people';
import { professions } from '#contracts/kernel/codes';
import { roles } from '#contracts/people/codes';
import { rolesToGive, viewerOf } from '#domain/people';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { ChoicesList } from '../../../shared/choice-list.js';
import { directoryQueries } from '../../../shared/directory-queries.js';
import { upperFirst, useLabels } from '../../../shared/labels.js';

type TermsFieldsProps = {
  readonly organisationId: string | null;
  readonly value: MembershipTerms;
  readonly onChange: (value: Partial<MembershipTerms>) => void;
  /** It was sent with nothing chosen. */
  readonly tried: boolean;
};

/** What a membership would give as it is sent: actors alone act for services. */
export function termsOf({ roles: chosen, serviceIds }: MembershipTerms): MembershipTerms {
  return { roles: chosen, serviceIds: chosen.includes('actor') ? serviceIds : [] };
}

/** The services of an organisation; whether somebody would be an actor there for none of them, though there are some. */
export function useTermServices(organisationId: string | null) {
  const { data: services = [] } = useQuery(directoryQueries.services());
  const own = services.filter((one) => one.organisationId === organisationId);
  const lacksService = ({ roles: chosen, serviceIds }: MembershipTerms) =>
    chosen.includes('actor') && own.length > 0 && !own.some(({ serviceId }) => serviceIds.includes(serviceId));
  return { own, lacksService };
}

/** Roles, of those the person may give, and services of the organisation. */
export function TermsFields({ organisationId, value, onChange, tried }: TermsFieldsProps) {
  const { t } = useTranslation('members');
  const { t: common } = useTranslation();
  const labels = useLabels();
  const viewer = viewerOf(useSession());
  const { own, lacksService } = useTermServices(organisationId);
  const given: readonly Role[] = rolesToGive(viewer, organisationId);
  return (
    <>
      <ChoicesList
        legend={t('terms.roles')}
        options={given.map((role) => ({
          value: role,
          label: upperFirst(labels.of(roles, role)),
          hint: t(`terms.does.${role}`),
        }))}
        values={value.roles}
        onChange={(next) => onChange({ roles: next })}
        error={tried && value.roles.length === 0 ? common('form.required') : undefined}
      />
      {value.roles.includes('actor') && own.length > 0 && (
        <ChoicesList
          legend={t('terms.services')}
          options={own.map(({ serviceId, name, profession }) => ({
            value: serviceId,
            label: labels.text(name),
            hint: labels.of(professions, profession),
          }))}
          values={value.serviceIds}
          onChange={(next) => onChange({ serviceIds: next })}
          error={tried && lacksService(value) ? t('terms.serviceNeeded') : undefined}
        />
      )}
      {value.roles.includes('actor') && organisationId !== null && own.length === 0 && <p>{t('terms.noServices')}</p>}
    </>
  );
}
