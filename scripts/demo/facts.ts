import type { CaseFacts, CaseOutcome, DifficultyMention, Sector } from '#contracts/case';
import type { Difficulty } from '#contracts/kernel';
import {
  channelShares,
  channelSharesLate,
  formsAlone,
  formsWithStaff,
  languageShares,
  mentionChances,
  municipalityShares,
  olderAges,
  outcomeShares,
  sectorShares,
  sectorsWithStaff,
  severitiesByStage,
  sizes,
  sizesWithStaff,
  stagesByOutcome,
  youngAges,
  youngShare,
} from './facts.distribution.js';
import { happens, pickWeighted, shuffled, type Random } from './random.js';

/** How a case of the demonstration is and how it will end. */
export type Profile = { readonly facts: CaseFacts; readonly outcome: Exclude<CaseOutcome, 'withdrawn'> };

const mostMentions = 5;

/** A believable case; `social` says whether it mentions social contributions. */
export function profileOf(random: Random, social: boolean): Profile {
  const outcome = pickWeighted<Profile['outcome']>(random, outcomeShares);
  const stage = pickWeighted(random, stagesByOutcome[outcome]);
  const sector = pickWeighted(random, sectorShares);
  const young = happens(random, sector === 'retail' || sector === 'horeca' ? youngShare[sector] : youngShare.others);
  const sizeBand = pickWeighted(random, sectorsWithStaff.includes(sector) ? sizesWithStaff : sizes);
  const late = stage === 'distress' || stage === 'insolvency';
  const business = {
    sector,
    sizeBand,
    stage,
    ageBand: pickWeighted(random, young ? youngAges : olderAges),
    legalForm: pickWeighted(random, sizeBand === '0' ? formsAlone : formsWithStaff),
  };
  return {
    outcome,
    facts: {
      ...business,
      languages: pickWeighted(random, languageShares).split('|') as CaseFacts['languages'],
      municipality: pickWeighted(random, municipalityShares),
      difficulties: mentions(random, business, social),
      channel: pickWeighted(random, late ? channelSharesLate : channelShares),
      urgency: happens(random, late ? 0.34 : 0.07) ? 'urgent' : 'normal',
    },
  };
}

type Business = Pick<CaseFacts, 'sector' | 'sizeBand' | 'stage' | 'ageBand' | 'legalForm'>;

/** The difficulties of a case, the heaviest first. Social contributions are never left out for brevity: their share is a given. */
function mentions(random: Random, business: Business, social: boolean): DifficultyMention[] {
  const others = (Object.keys(mentionChances) as (keyof typeof mentionChances)[]).filter((difficulty) =>
    happens(random, mentionChances[difficulty] * factor(difficulty, business, social)),
  );
  const most = social ? mostMentions - 1 : mostMentions;
  const chosen: Difficulty[] = [
    ...(social ? ['social-contributions' as const] : []),
    ...shuffled(random, others).slice(0, most),
  ];
  if (chosen.length === 0) {
    chosen.push(happens(random, 0.6) ? 'cash-flow' : 'management');
  }
  return shuffled(random, chosen)
    .map((difficulty) => ({ difficulty, severity: severity(random, business) }))
    .sort((one, other) => other.severity - one.severity);
}

function severity(random: Random, { stage }: Business): DifficultyMention['severity'] {
  return Number(pickWeighted(random, severitiesByStage[stage])) as DifficultyMention['severity'];
}

const streetSectors: readonly Sector[] = ['retail', 'horeca'];
const invoicingSectors: readonly Sector[] = ['business-services', 'construction', 'information-communication'];

/** How much likelier than on average a difficulty is in such a business. */
function factor(difficulty: Difficulty, business: Business, social: boolean): number {
  const { sector, sizeBand, stage, ageBand, legalForm } = business;
  switch (difficulty) {
    case 'falling-sales':
      return streetSectors.includes(sector) ? 1.3 : 0.8;
    case 'rent':
      return streetSectors.includes(sector) ? 1.7 : 0.5;
    case 'energy':
      return sector === 'horeca' ? 2.4 : sector === 'industry' ? 2 : 0.8;
    case 'unpaid-invoices':
      return invoicingSectors.includes(sector) ? 2 : 0.6;
    case 'suppliers':
      return sector === 'wholesale' || streetSectors.includes(sector) ? 1.3 : 0.7;
    case 'staff':
      return sizeBand === '0' ? 0.1 : sizeBand === '1-4' ? 1.2 : 3.5;
    case 'partner-conflict':
      return legalForm === 'sole-trader' ? 0.1 : 1.6;
    case 'management':
      return ageBand === '<1' || ageBand === '1-2' ? 1.5 : 0.9;
    case 'vat':
    case 'income-tax':
      return social ? 2 : 0.8;
    case 'mental-distress':
      return stage === 'distress' || stage === 'insolvency' ? 1.6 : 0.8;
    case 'bank-credit':
      return ageBand === '<1' ? 0.5 : 1.1;
    default:
      return 1;
  }
}
