/** Within this time after their last movement or key somebody is taken to be there; milliseconds. */
const there = 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let last = Date.now();

/** Whether the person is at this page: what it asks by itself does not make their session last. */
export const presence = {
  /** True when they did something just now. */
  get isThere(): boolean {
    return Date.now() - last < there;
  },

  /** Follows what they do, until the returned function is called. */
  follow(): () => void {
    const onSign = () => {
      last = Date.now();
    };
    onSign();
    signs.forEach((sign) => addEventListener(sign, onSign, { passive: true, capture: true }));
    return () => signs.forEach((sign) => removeEventListener(sign, onSign, { capture: true }));
  },
};
