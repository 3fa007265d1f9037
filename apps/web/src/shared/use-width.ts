import { useLayoutEffect, useRef, useState } from 'react';

/** What a card of the narrowest screen (320 pixels) leaves. */
const least = 240;

/** The width of an element in pixels as it changes, `first` until it is known. */
export function useWidth<Kind extends HTMLElement>(first: number) {
  const ref = useRef<Kind>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(() => setWidth(Math.max(least, element.clientWidth)));
    observer.observe(element);
    setWidth(Math.max(least, element.clientWidth));
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
