import { StateEffect, StateField } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import { Decoration, EditorView } from '@codemirror/view';
import { wordAt } from './fault-spot.js';

/** Marks the word at a place, or takes the mark away. */
export const showFault = StateEffect.define<number | null>();

const mark = Decoration.mark({ class: 'cm-fault' });

/** The mark under what the engine objected to; it goes when that is rewritten. */
export const faultMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showFault)) {
        next = Decoration.none;
        const text = transaction.newDoc.toString();
        const range = effect.value === null ? null : wordAt(text, effect.value);
        if (range !== null) {
          next = Decoration.set([mark.range(range.from, range.to)]);
        }
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
