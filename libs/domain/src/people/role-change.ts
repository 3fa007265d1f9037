import type { Role } from '#contracts/people';
import { roles } from '#contracts/people/codes';

/** The roles of a membership before and after somebody changed it. */
export type RoleChange = { readonly before: readonly Role[]; readonly after: readonly Role[] };

const written = /^([a-z+-]+)>([a-z+-]+)$/;

/** What the access log tells of a change of roles, as codes; undefined when they stay what they were. */
export function roleChangeDetail({ before, after }: RoleChange): string | undefined {
  const [old, now] = [before, after].map((one) => [...one].sort().join('+'));
  return old === now ? undefined : `${old}>${now}`;
}

/** The change that such a detail tells of; undefined when it tells of something else. */
export function roleChangeOf(detail: string): RoleChange | undefined {
  const found = written.exec(detail);
  const [before, after] = [found?.[1], found?.[2]].map((one) =>
    (one ?? '').split('+').filter((role): role is Role => role in roles),
  );
  return found === null || before === undefined || after === undefined ? undefined : { before, after };
}
