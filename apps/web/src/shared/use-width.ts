import { useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in pixels as it changes. */
export function useWidth<Kind extends HTMLElement>(first: number) {
  const ref = useRef<Kind>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(() => setWidth(Math.max(260, element.clientWidth)));
    observer.observe(element);
    setWidth(Math.max(260, element.clientWidth));
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
