import type { Engine, OperationsView, RunningProcess } from '#contracts/operations';
import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../shared/chips.js';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDatabase,
  IconRotate,
  IconServerCog,
} from '../../shared/icons.js';
import { Card } from '../../shared/page.js';
import { useFormats } from '../../shared/time.js';
import { useAges } from '../../shared/ages.js';
import { engineName } from './finding-words.js';
import classes from './parts.module.css';

type Look = { readonly tone: Tone; readonly icon: typeof IconCircleCheck };

const engineLooks: Readonly<Record<Engine['state'], Look>> = {
  serves: { tone: 'green', icon: IconCircleCheck },
  partly: { tone: 'amber', icon: IconAlertTriangle },
  away: { tone: 'red', icon: IconCircleX },
  unknown: { tone: 'grey', icon: IconCircleDashed },
};

const processLooks: Readonly<Record<RunningProcess['state'] | 'replaced', Look>> = {
  ready: { tone: 'green', icon: IconCircleCheck },
  'not-ready': { tone: 'amber', icon: IconAlertTriangle },
  gone: { tone: 'red', icon: IconCircleX },
  replaced: { tone: 'grey', icon: IconRotate },
};

function EngineLine({ engine, now }: { readonly engine: Engine; readonly now: string }) {
  const { t } = useTranslation('operations');
  const formats = useFormats();
  const ages = useAges();
  const look = engineLooks[engine.state];
  return (
    <li className={classes.part}>
      <IconDatabase size={18} aria-hidden />
      <div className={classes.text}>
        <p className={classes.name}>
          <strong>{engineName(engine.name)}</strong>
          {engine.version !== null && <span className={classes.quiet}>{engine.version}</span>}
        </p>
        <p className={classes.quiet}>
          {engine.since !== null && (
            <span>{t('parts.since', { when: formats.spokenTime(new Date(engine.since), new Date(now)) })}</span>
          )}
          {engine.seenAt !== null && <span>{t('parts.reached', { when: ages.ago(engine.seenAt, now) })}</span>}
        </p>
        {engine.fault !== null && (
          <p className={classes.fault} lang="en">
            {engine.fault}
          </p>
        )}
      </div>
      <Chip tone={look.tone} icon={<look.icon size={15} aria-hidden />}>
        {t(`engineState.${engine.state}`)}
      </Chip>
    </li>
  );
}

function ProcessLine({ process, now }: { readonly process: RunningProcess; readonly now: string }) {
  const { t } = useTranslation('operations');
  const formats = useFormats();
  const ages = useAges();
  const state = process.replaced ? 'replaced' : process.state;
  const look = processLooks[state];
  const faults = process.state === 'not-ready' ? process.checks.filter(({ fault }) => fault !== null) : [];
  return (
    <li className={classes.part}>
      <IconServerCog size={18} aria-hidden />
      <div className={classes.text}>
        <p className={classes.name}>
          <strong>{t(`kind.${process.kind}`)}</strong>
          <span className={classes.quiet}>{process.version}</span>
          <code>
            {process.host}:{process.port}
          </code>
        </p>
        <p className={classes.quiet}>
          <span>{t('parts.started', { when: formats.spokenTime(new Date(process.startedAt), new Date(now)) })}</span>
          <span>{t('parts.seen', { when: ages.ago(process.seenAt, now) })}</span>
          <span>{t('parts.memory', { megabytes: Math.round(process.memoryBytes / 1_000_000) })}</span>
        </p>
        {faults.map(({ name, fault, since }) => (
          <p key={name} className={classes.fault}>
            <span lang="en">
              {name}: {fault}
            </span>{' '}
            ({ages.ago(since, now)})
          </p>
        ))}
      </div>
      <Chip tone={look.tone} icon={<look.icon size={15} aria-hidden />}>
        {t(`processState.${state}`)}
      </Chip>
    </li>
  );
}

/** Every engine and every running copy of a program: how it is, since when, and its last sign of life. */
export function Parts({ view }: { readonly view: Pick<OperationsView, 'engines' | 'processes' | 'readAt'> }) {
  const { t } = useTranslation('operations');
  return (
    <Card title={t('parts.title')}>
      <h3 className={classes.heading}>{t('parts.engines')}</h3>
      <ul>
        {view.engines.map((engine) => (
          <EngineLine key={engine.name} engine={engine} now={view.readAt} />
        ))}
      </ul>
      <h3 className={classes.heading}>{t('parts.processes')}</h3>
      <ul>
        {view.processes.map((process) => (
          <ProcessLine key={process.processId} process={process} now={view.readAt} />
        ))}
      </ul>
    </Card>
  );
}
