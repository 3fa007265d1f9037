import type { TableView } from '#contracts/analysis';
import { acceptCompletion } from '@codemirror/autocomplete';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { PostgreSQL, sql, SQLDialect } from '@codemirror/lang-sql';
import { Compartment, Prec } from '@codemirror/state';
import { keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup, EditorView } from 'codemirror';
import { useEffect, useRef } from 'react';
import { useLabels } from '../../../shared/labels.js';
import { faultMark, showFault } from './fault-mark.js';
import { editorTheme } from './editor-theme.js';

/** What other parts of the page do with the editor. */
export type EditorHandle = {
  /** Puts text where the cursor is. */
  readonly insert: (text: string) => void;
  readonly goTo: (position: number) => void;
};

export type SqlEditorProps = {
  /** The first text; later ones come from the person alone. */
  readonly text: string;
  readonly label: string;
  /** Id of the element that says how to run and how to leave. */
  readonly help: string;
  readonly hint: string;
  readonly tables: readonly TableView[];
  /** Where the last run found a fault, null when it found none. */
  readonly faultAt: number | null;
  /** Told once the editor is there, and null when it is gone. */
  readonly onReady: (handle: EditorHandle | null) => void;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly onLeave: () => void;
};

/** DuckDB reads PostgreSQL’s words, and `$name` is a parameter. */
const dialect = SQLDialect.define({
  ...PostgreSQL.spec,
  doubleDollarQuotedStrings: false,
  specialVar: '$',
  caseInsensitiveIdentifiers: true,
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--green)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--blue)' },
  { tag: tags.special(tags.name), color: 'var(--purple)', fontWeight: '600' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
]);

/** The editor of SQL with completion from the tables; loaded on its own, after the page. */
export function SqlEditor(props: SqlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const language = useRef(new Compartment());
  const latest = useRef(props);
  const labels = useLabels();
  const { onReady, label, help, hint, tables, faultAt } = props;

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const parent = place.current;
    if (parent === null) {
      return;
    }
    const does = (deed: () => void) => () => {
      deed();
      return true;
    };
    const editor = new EditorView({
      parent,
      doc: latest.current.text,
      extensions: [
        // Before the keys of the set: they would break the line instead.
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: does(() => latest.current.onRun()) }])),
        Prec.high(
          keymap.of([
            { key: 'Tab', run: acceptCompletion },
            { key: 'Escape', run: does(() => latest.current.onLeave()) },
          ]),
        ),
        basicSetup,
        language.current.of([]),
        syntaxHighlighting(colours),
        editorTheme,
        faultMark,
        placeholder(hint),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': help }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            latest.current.onChange(update.state.doc.toString());
          }
        }),
      ],
    });
    view.current = editor;
    onReady({
      insert: (text) => {
        editor.dispatch(editor.state.replaceSelection(text));
        editor.focus();
      },
      goTo: (position) => {
        const anchor = Math.min(position, editor.state.doc.length);
        editor.dispatch({ selection: { anchor }, scrollIntoView: true });
        editor.focus();
      },
    });
    return () => {
      onReady(null);
      view.current = null;
      editor.destroy();
    };
  }, [onReady, label, help, hint]);

  useEffect(() => {
    const schema = Object.fromEntries(
      tables.map((table) => [
        table.name,
        {
          self: { label: table.name, type: 'class', info: labels.text(table.meaning) },
          children: table.columns.map((column) => ({
            label: column.name,
            type: 'property',
            detail: column.type,
            info: labels.text(column.meaning),
          })),
        },
      ]),
    );
    const [first] = tables;
    const extension = sql({ dialect, schema, ...(first !== undefined && { defaultTable: first.name }) });
    view.current?.dispatch({ effects: language.current.reconfigure(extension) });
  }, [tables, labels, label, help, hint]);

  useEffect(() => {
    view.current?.dispatch({ effects: showFault.of(faultAt) });
  }, [faultAt]);

  return <div ref={place} />;
}
