import type { CaseOverview, ReferralView } from '#contracts/case';
import { caseStatuses, referralStates } from '#contracts/case/codes';
import { capacities } from '#contracts/directory/codes';
import type { ComponentType } from 'react';
import type { Tone } from './chips.js';
import { Chip } from './chips.js';
import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHeartHandshake,
  IconHourglass,
  IconPlayerPause,
  IconRoute,
  IconSend,
  IconUserCheck,
  IconUsers,
} from './icons.js';
import { useLabels } from './labels.js';

type CaseStatus = CaseOverview['status'];
type ReferralState = ReferralView['state'];
type Capacity = keyof typeof capacities;
type Look = { readonly tone: Tone; readonly icon: ComponentType<{ size?: number }> };

const caseLooks: Readonly<Record<CaseStatus, Look>> = {
  'awaiting-lead': { tone: 'amber', icon: IconUserCheck },
  'seeking-help': { tone: 'amber', icon: IconSend },
  'in-help': { tone: 'blue', icon: IconHeartHandshake },
  'in-dispatch': { tone: 'red', icon: IconRoute },
  closed: { tone: 'grey', icon: IconCircleCheck },
};

/** The look of each state of a referral, for badges and lanes alike. */
export const referralLooks: Readonly<Record<ReferralState, Look>> = {
  sent: { tone: 'amber', icon: IconSend },
  accepted: { tone: 'blue', icon: IconUserCheck },
  'in-progress': { tone: 'blue', icon: IconHeartHandshake },
  'on-hold': { tone: 'grey', icon: IconPlayerPause },
  'recall-requested': { tone: 'amber', icon: IconArrowBackUp },
  declined: { tone: 'red', icon: IconCircleX },
  recalled: { tone: 'grey', icon: IconArrowBackUp },
  released: { tone: 'grey', icon: IconUsers },
  expired: { tone: 'red', icon: IconHourglass },
  closed: { tone: 'green', icon: IconCircleCheck },
};

const capacityLooks: Readonly<Record<Capacity, Look>> = {
  available: { tone: 'green', icon: IconCircleCheck },
  'waiting-list': { tone: 'amber', icon: IconHourglass },
  full: { tone: 'red', icon: IconBan },
  unknown: { tone: 'grey', icon: IconCircleDashed },
};

/** The status of a case. */
export function CaseStatusBadge({ status }: { readonly status: CaseStatus }) {
  const labels = useLabels();
  const look = caseLooks[status];
  return (
    <Chip tone={look.tone} icon={<look.icon size={15} />}>
      {labels.of(caseStatuses, status)}
    </Chip>
  );
}

/** The state of a referral. */
export function ReferralStateBadge({ state }: { readonly state: ReferralState }) {
  const labels = useLabels();
  const look = referralLooks[state];
  return (
    <Chip tone={look.tone} icon={<look.icon size={15} />}>
      {labels.of(referralStates, state)}
    </Chip>
  );
}

/** Whether a service can take new work. */
export function CapacityBadge({ capacity }: { readonly capacity: Capacity }) {
  const labels = useLabels();
  const look = capacityLooks[capacity];
  return (
    <Chip tone={look.tone} icon={<look.icon size={15} />}>
      {labels.of(capacities, capacity)}
    </Chip>
  );
}
