import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is drawn for paper, where nothing can be scrolled: known before the browser lays it out for printing. */
export function usePaper(): boolean {
  const [isPaper, setIsPaper] = useState(() => window.matchMedia('print').matches);
  useEffect(() => {
    const print = window.matchMedia('print');
    const look = () => setIsPaper(print.matches);
    const begin = () => flushSync(() => setIsPaper(true));
    print.addEventListener('change', look);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', look);
    return () => {
      print.removeEventListener('change', look);
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', look);
    };
  }, []);
  return isPaper;
}
