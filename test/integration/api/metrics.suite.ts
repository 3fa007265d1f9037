import fs from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

type Panel = {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly refId: string; readonly expr: string }[];
};
type Dashboard = {
  readonly uid: string;
  readonly schemaVersion: number;
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
  readonly panels: readonly Panel[];
};

const dashboard = JSON.parse(fs.readFileSync('infra/grafana/relais.json', 'utf8')) as Dashboard;
const alerts = fs.readFileSync('infra/grafana/alerts.yml', 'utf8');

/** Names of measures in an expression, those of a histogram without what Prometheus adds. */
function measuresIn(expression: string): string[] {
  const names = expression.match(/\b(?:relais|nodejs|process)_\w+/g) ?? [];
  return names.map((name) => name.replace(/_(?:bucket|sum|count)$/, ''));
}

let stack: Stack;
let texts: Record<'api' | 'worker' | 'projector' | 'archivist', string>;

async function metricsOf(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

/** What every process measures of itself, and the dashboard that shows it; looks at processes that have done nothing before. */
export function metrics(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    const paul = await signIn(stack.apiUrl, 'paul-itaa');
    await paul.openCase();
    texts = await until(async () => {
      const [api, worker, projector, archivist] = [
        await metricsOf(stack.apiUrl),
        await metricsOf(stack.worker.url),
        await metricsOf(stack.projector.url),
        await metricsOf(stack.archivist.url),
      ];
      const isApplied = /^relais_projector_applied_total [1-9]/m.test(projector);
      const isTold = api.includes('relais_processes{kind="projector"') && api.includes('up{dependency="temporal"} 1');
      const isTaken =
        /^relais_archivist_taken_total [1-9]/m.test(archivist) && /^relais_archivist_files [1-9]/m.test(archivist);
      return isApplied && isTold && isTaken && { api, worker, projector, archivist };
    }, 'the case is applied and every process has told of itself');
  });

  const exported = () =>
    new Set(
      Object.values(texts).flatMap((text) => [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name ?? '')),
    );

  describe('the measures', () => {
    it('are all on the dashboard, and the dashboard and the alerts name no others', () => {
      const shown = dashboard.panels.flatMap(({ targets }) => targets ?? []).flatMap(({ expr }) => measuresIn(expr));
      const alerted = [...alerts.matchAll(/^ +expr: (.+)$/gm)].flatMap(([, expr]) => measuresIn(expr ?? ''));
      expect(alerted.length).toBeGreaterThan(8);
      expect([...shown, ...alerted].filter((name) => !exported().has(name))).toEqual([]);
      const own = [...exported()].filter((name) => name.startsWith('relais_'));
      expect(own.filter((name) => !shown.includes(name))).toEqual([]);
    });

    it('carry no id in a label', () => {
      for (const text of Object.values(texts)) {
        expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
      }
    });

    it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
      'are not given to who comes through a proxy (%s)',
      async (header) => {
        const answer = await fetch(`${stack.apiUrl}/metrics`, { headers: { [header]: '203.0.113.7' } });
        expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringContaining('relais_')]);
      },
    );

    it('tell what happened: the command, its publication, its projection', () => {
      expect(texts.api).toMatch(/^relais_command_duration_seconds_count\{command="open-case",outcome="accepted"\} 1$/m);
      expect(texts.api).toMatch(/^relais_temporal_pollers\{kind="workflow"\} \d+$/m);
      expect(texts.api).toMatch(/^relais_dependency_up\{dependency="temporal"\} 1$/m);
      expect(texts.worker).toMatch(/^relais_worker_publish_batch_events_sum 1$/m);
      expect(texts.worker).toMatch(/^relais_process_info\{kind="worker",version="[\d.]+"\} 1$/m);
      expect(texts.projector).toMatch(/^relais_projector_batch_records_sum [1-9]/m);
      expect(texts.projector).toMatch(/^relais_feed_position 1$/m);
      expect(texts.projector).toMatch(/^relais_outbox_oldest_age_seconds 0$/m);
      const [, newest] = /^relais_projector_newest_event_timestamp_seconds (\S+)$/m.exec(texts.projector) ?? [];
      expect(Number(newest)).toBeGreaterThan(1_600_000_000);
    });
  });

  describe('the dashboard', () => {
    it('chooses its data source, and every panel has its own place', () => {
      expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(36);
      expect(dashboard.templating.list.find(({ type }) => type === 'datasource')?.name).toBe('datasource');
      const { panels } = dashboard;
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
      for (const panel of panels.filter(({ type }) => type !== 'row')) {
        expect(panel.datasource?.uid).toBe('${datasource}');
        expect(panel.gridPos.x + panel.gridPos.w).toBeLessThanOrEqual(24);
        expect(panel.targets?.length).toBeGreaterThan(0);
      }
    });
  });
}
