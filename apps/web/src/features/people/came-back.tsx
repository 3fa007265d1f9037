import { flowProblemIn, flowProblems } from '#contracts/people/codes';
import { Problem } from '../../shared/form-problem.js';
import { useLabels } from '../../shared/labels.js';
import type { CameBackSearch } from './came-back-search.js';

/** Why somebody came back from an identity provider without what they went for, in words. */
export function CameBack({ problem }: CameBackSearch) {
  const labels = useLabels();
  const known = flowProblemIn(problem);
  return <Problem error={known === undefined ? null : new Error(labels.text(flowProblems[known].text))} />;
}
