import { Suspense } from 'react';
import type { SqlEditorProps } from './sql-editor.js';
import classes from './workbench.module.css';
import { later } from '../../../shared/later.js';

const SqlEditor = later(() => import('./sql-editor.js'), 'SqlEditor');

/** The SQL of a query: readable at once, to be written as soon as the editor is there. */
export function SqlField(props: SqlEditorProps) {
  return (
    <div className={classes.editor} data-editor>
      <Suspense fallback={<textarea className={classes.plain} aria-label={props.label} value={props.text} readOnly />}>
        <SqlEditor {...props} />
      </Suspense>
    </div>
  );
}
