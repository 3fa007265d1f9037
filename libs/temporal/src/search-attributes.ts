import { isGrpcServiceError } from '@temporalio/client';
import { searchAttributeNames } from '#workflows';

/** Code of the keyword type in Temporal's protocol. */
const keyword = 2;
const alreadyExists = 6;
const unimplemented = 12;

type OperatorService = {
  listSearchAttributes(request: { namespace: string }): Promise<{ customAttributes?: Record<string, unknown> | null }>;
  addSearchAttributes(request: { namespace: string; searchAttributes: Record<string, number> }): Promise<unknown>;
};

/**
 * Registers the search attributes of cases where the namespace lacks them; without them every case would stand still.
 * @returns the names that were added
 */
export async function ensureSearchAttributes(
  { operatorService }: { readonly operatorService: OperatorService },
  namespace: string,
): Promise<string[]> {
  const known = await namesKnown(operatorService, namespace);
  const missing = Object.values(searchAttributeNames).filter((name) => !known.includes(name));
  for (const name of missing) {
    try {
      await operatorService.addSearchAttributes({ namespace, searchAttributes: { [name]: keyword } });
    } catch (error) {
      // Another worker starts at the same moment.
      if (!hasCode(error, alreadyExists)) {
        throw error;
      }
    }
  }
  return missing;
}

async function namesKnown(operatorService: OperatorService, namespace: string): Promise<string[]> {
  try {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    return Object.keys(customAttributes ?? {});
  } catch (error) {
    // The time-skipping server can add but not list.
    if (hasCode(error, unimplemented)) {
      return [];
    }
    throw error;
  }
}

function hasCode(error: unknown, code: number): boolean {
  return isGrpcServiceError(error) && error.code === code;
}
