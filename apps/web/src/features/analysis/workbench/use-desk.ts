import type { ChartChoice, RunRequest } from '#contracts/analysis';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkbenchSearch } from './route.js';
import { workbenchQueries } from '../queries.js';
import type { Opened } from './opened.js';
import { fieldsOf, missingOf, parametersOf, searchOf, startingValues, type Values } from './parameters.js';
import { useRun } from './use-run.js';
import { useDraft } from '../../../shared/use-draft.js';

/** Longest SQL that an address carries; longer ones are saved to be opened again. */
const longestInAddress = 1_500;

type Written = { readonly sql: string; readonly values: Values };

/** The query a person works on: its text, its values, its chart and its run. The address follows when it runs. */
export function useDesk(opened: Opened, search: WorkbenchSearch) {
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/analysis/workbench' });
  // The whole address names it: what stands there, values too, was opened on purpose, and an older draft would hide it.
  const draft = useDraft<Written>(`query ${JSON.stringify(search)}`, () => ({
    sql: search.sql ?? opened.sql,
    values: startingValues(opened.described, opened.values, search),
  }));
  const { sql, values } = draft.value;
  const [begun, setBegun] = useState(0);
  const [chart, setChart] = useState<ChartChoice | null>(opened.chart);
  const { run, start, stop } = useRun();
  const isEdited = sql.trim() !== opened.sql.trim();
  const fields = fieldsOf(sql, opened.described);
  const missing = missingOf(fields, values);
  const request: RunRequest = {
    sql: sql.trim(),
    parameters: parametersOf(fields, values),
    ...(opened.queryId !== undefined && !isEdited && { queryId: opened.queryId }),
  };

  const show = (query: string | undefined, text: string | undefined) => {
    const inAddress = text !== undefined && text.length <= longestInAddress ? text : undefined;
    if (inAddress === text) {
      draft.forget();
    }
    void navigate({
      search: { ...searchOf(fields, values), query, sql: inAddress },
      replace: true,
      resetScroll: false,
    });
  };

  const go = async () => {
    if (request.sql === '' || missing.length > 0) {
      return;
    }
    show(opened.queryId, isEdited ? sql : undefined);
    await start(request, sql);
    await client.invalidateQueries({ queryKey: workbenchQueries.history().queryKey });
  };

  return {
    sql,
    setSql: (next: string) => draft.change({ sql: next }),
    values,
    setValue: (name: string, value: string) => draft.change({ values: { ...values, [name]: value } }),
    draft: {
      ...draft.notice,
      discard: () => {
        draft.notice.discard();
        setBegun((before) => before + 1);
      },
    },
    /** Grows when the text is begun anew: an editor takes its first text only. */
    begun,
    fields,
    missing,
    chart,
    setChart,
    request,
    run,
    go,
    stop,
    /** Names a saved query in the address. */
    showSaved: (savedId: string) => show(savedId, undefined),
    isEdited,
  };
}
