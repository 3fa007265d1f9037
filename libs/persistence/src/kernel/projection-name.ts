/** The schema of a projection: the one that serves, or the one that is being built to take its place. */
export type ProjectionName = 'projection' | 'projection_next';
