import type { Stream } from '#contracts/analysis';

/** The streams events are published in. */
export const streams: readonly Stream[] = ['cases', 'directory', 'platform'];
