import { analysisRowsOf } from '#domain/analysis';
import { inboxLinesOf, partiesOf, summaryOf, type KnownCase } from '#domain/case';
import type { Evidence, Row } from '../evidence.js';
import type { Finding } from '../finding.js';
import { casesOf, statesOf } from '../truth.js';
import { compareRows } from './rows.js';

/** The case list, the parties, the inboxes and the analysts' rows against what follows from the events of the topic. */
export function compareReadModels({ records, content }: Evidence): Finding[] {
  const states = [...casesOf(records).values()].flatMap((events): KnownCase[] => {
    const state = statesOf(events).at(-1);
    return state === undefined || state.phase === 'unopened' ? [] : [state];
  });
  const live = states.filter((state) => !state.imported);
  const rows = states.map(analysisRowsOf);
  return [
    ...compareRows({ name: 'case_read', key: ['case_id'] }, states.map(listed), content['case_read'] ?? []),
    ...compareRows(
      { name: 'case_party', key: ['case_id', 'service_id'] },
      live.flatMap((state) => partiesOf(state).map((service_id) => ({ case_id: state.caseId, service_id }))),
      content['case_party'] ?? [],
    ),
    ...compareRows(
      { name: 'inbox_line', key: ['case_id', 'owner_service_id', 'key'] },
      live.flatMap(linesOf),
      content['inbox_line'] ?? [],
    ),
    ...compareRows(
      { name: 'case_row', key: ['case_id'] },
      rows.flatMap(({ caseRows }) => caseRows),
      content['case_row'] ?? [],
    ),
    ...compareRows(
      { name: 'referral_row', key: ['case_id', 'place'] },
      rows.flatMap(({ referralRows }) => referralRows),
      content['referral_row'] ?? [],
    ),
  ];
}

function listed(state: KnownCase): Row {
  const summary = summaryOf(state);
  const { facts } = state;
  const difficulties = facts.difficulties.map((one) => one.difficulty);
  return {
    case_id: state.caseId,
    sequence: state.sequence,
    code: summary.code,
    status: summary.status,
    lead_service_id: state.lead?.serviceId ?? null,
    opened_at: state.openedAt,
    closed_at: state.closed?.at ?? null,
    outcome: state.closed?.outcome ?? null,
    due_at: summary.dueAt,
    main_difficulty: difficulties[0],
    difficulties,
    sector: facts.sector,
    municipality: facts.municipality,
    state,
    imported: state.imported,
  };
}

function linesOf(state: KnownCase): Row[] {
  return inboxLinesOf(state).map((line) => ({
    case_id: state.caseId,
    owner_service_id: line.ownerServiceId ?? '',
    key: line.key,
    bucket: line.bucket,
    due_at: line.deadline?.at ?? null,
    since: line.since,
    languages: line.facts.languages,
    difficulties: line.facts.difficulties.map((one) => one.difficulty),
    line,
  }));
}
