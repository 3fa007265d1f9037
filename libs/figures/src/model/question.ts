import type { CubeQuery } from '#contracts';
import type { CubeName } from '#contracts/codes';

/** A question to one cube of figures. */
export type CubeQuestion = {
  readonly cube: CubeName;
  /** Dimensions to break down by, comma-separated. */
  readonly by?: string;
  readonly where?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly grain: CubeQuery['grain'];
};
