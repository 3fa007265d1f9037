import { Fragment } from 'react';

/** A text of a catalogue in which `<b>…</b>` stands for emphasis; nothing else is markup. */
export function Rich({ text }: { readonly text: string }) {
  const parts = text.split(/<b>(.*?)<\/b>/gs);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <strong key={`${index}-${part}`}>{part}</strong>
        ) : (
          <Fragment key={`${index}-${part}`}>{part}</Fragment>
        ),
      )}
    </>
  );
}
