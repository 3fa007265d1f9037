import type { CubeQuery } from '#contracts/monitoring';
import type { CubeName, ExactCubeName } from '#contracts/monitoring/codes';

/** A question to one cube of figures. */
export type CubeQuestion<Cube extends ExactCubeName = CubeName> = {
  readonly cube: Cube;
  /** Dimensions to break down by, comma-separated. */
  readonly by?: string;
  readonly where?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly grain: CubeQuery['grain'];
};
