import type { MembershipEnd, UnsharedWork } from '#contracts/people';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { lastDayOf, useFormats } from '../../../shared/time.js';
import { Caution } from './caution.js';
import { useOpenWork } from './use-leaving.js';

/** By service who takes it over: a membership, the coordinators, or nothing chosen yet. */
export type Over = Readonly<Record<string, string>>;

const coordinators = 'coordinators';

/** True once it is said of every service who takes it over. */
export function isHandedOver(work: readonly UnsharedWork[], over: Over): boolean {
  return work.every(({ serviceId }) => (over[serviceId] ?? '') !== '');
}

/** What was chosen, as it is sent. */
export function successorsOf(work: readonly UnsharedWork[], over: Over): MembershipEnd['successors'] {
  return work.map(({ serviceId }) => {
    const chosen = over[serviceId] ?? coordinators;
    return { serviceId, membershipId: chosen === coordinators ? null : chosen };
  });
}

type Successor = UnsharedWork['successors'][number];

type HandOverProps = {
  readonly work: readonly UnsharedWork[];
  readonly over: Over;
  readonly onChange: (over: Over) => void;
};

/** How much of each service's work is open, and who takes it over. */
export function HandOver({ work, over, onChange }: HandOverProps) {
  const { t } = useTranslation('leaving');
  const { t: common } = useTranslation();
  const labels = useLabels();
  const formats = useFormats();
  const openWork = useOpenWork();
  const lastOf = (end: string) => formats.date(lastDayOf(end));
  const named = ({ name, until, awayUntil }: Successor) =>
    [
      name,
      ...(until === null ? [] : [t('successorLeaves', { last: lastOf(until) })]),
      ...(awayUntil === null ? [] : [t('successorAway', { last: lastOf(awayUntil) })]),
    ].join(', ');
  const describe = (one: UnsharedWork) => {
    const chosen = over[one.serviceId] ?? '';
    const successor = one.successors.find(({ membershipId }) => membershipId === chosen);
    return (
      <>
        {t('openWork', { what: openWork(one) })}
        {chosen === coordinators && <Caution>{t('leftAlone')}</Caution>}
        {successor?.fits === false && <Caution>{t('successorUnfit', { name: successor.name })}</Caution>}
      </>
    );
  };
  return work.map((one) => (
    <NativeSelect
      key={one.serviceId}
      required
      withAsterisk={false}
      label={t('takesOver', { service: labels.text(one.name) })}
      description={describe(one)}
      value={over[one.serviceId] ?? ''}
      onChange={(event) => onChange({ ...over, [one.serviceId]: event.target.value })}
      data={[
        { value: '', label: common('form.choose') },
        ...one.successors.map((successor) => ({ value: successor.membershipId, label: named(successor) })),
        { value: coordinators, label: t('coordinators') },
      ]}
    />
  ));
}
