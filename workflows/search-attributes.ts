import { defineSearchAttributeKey } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { searchAttributeNames } from './index.js';

const statusKey = defineSearchAttributeKey(searchAttributeNames.status, 'KEYWORD');
const leadKey = defineSearchAttributeKey(searchAttributeNames.lead, 'KEYWORD');

/** By what a case is found in Temporal. */
type Indexed = { readonly status: string | undefined; readonly lead: string | undefined };

/** What the case of this workflow is found by. */
export function readSearchAttributes(): Indexed {
  const { typedSearchAttributes } = workflowInfo();
  return { status: typedSearchAttributes.get(statusKey), lead: typedSearchAttributes.get(leadKey) };
}

/** Changes what the case of this workflow is found by. */
export function writeSearchAttributes({ status, lead }: Indexed): void {
  upsertSearchAttributes([
    { key: statusKey, value: status ?? null },
    { key: leadKey, value: lead ?? null },
  ]);
}
