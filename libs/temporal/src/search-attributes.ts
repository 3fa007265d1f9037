import { searchAttributeNames } from '#workflows';

/** Code of the keyword type in Temporal's protocol. */
const keyword = 2;

type OperatorService = {
  listSearchAttributes(request: { namespace: string }): Promise<{ customAttributes?: Record<string, unknown> | null }>;
  addSearchAttributes(request: { namespace: string; searchAttributes: Record<string, number> }): Promise<unknown>;
};

/**
 * Registers the search attributes of cases where the namespace lacks them; without them every case would stand still.
 * @returns the names that were added
 */
export async function ensureSearchAttributes(
  connection: { readonly operatorService: OperatorService },
  namespace: string,
): Promise<string[]> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.values(searchAttributeNames).filter((name) => customAttributes?.[name] === undefined);
  if (missing.length > 0) {
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, keyword]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  }
  return missing;
}
