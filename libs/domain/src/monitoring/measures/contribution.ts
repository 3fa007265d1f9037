import type { ExactCubeName } from '#contracts/monitoring/codes';

/** One count in one cell of a cube; `codes` in the order of the cube's dimensions. */
export type Contribution = { readonly cube: ExactCubeName; readonly week: string; readonly codes: readonly string[] };
