import type { Finding } from '#contracts/operations';
import { useTranslation } from 'react-i18next';

const engines = { postgresql: 'PostgreSQL', kafka: 'Kafka', temporal: 'Temporal', api: 'API' } as const;
const kinds = ['api', 'worker', 'projector', 'archivist'] as const;

/** The name of an engine as its makers write it. */
export function engineName(name: keyof typeof engines): string {
  return engines[name];
}

/** Puts what is wrong in a sentence, and what to do about it in another. */
export function useFindingWords(): (finding: Finding) => { readonly what: string; readonly advice: string } {
  const { t } = useTranslation('operations');
  return ({ code, subject, count }) => {
    const engine = subject !== null && subject in engines ? (subject as keyof typeof engines) : undefined;
    const kind = kinds.find((one) => one === subject);
    const named =
      engine !== undefined
        ? engines[engine]
        : kind !== undefined
          ? t(`kind.${kind}`)
          : subject === 'workflow' || subject === 'activity'
            ? t(`task.${subject}`)
            : (subject ?? 'Relais');
    const what = t(`finding.${code}.what`, { subject: named, count: count ?? 0 });
    if (code === 'engine-away' && engine !== undefined) {
      return { what, advice: t(`engine.${engine}`) };
    }
    if (code === 'no-process' && kind !== undefined) {
      return { what, advice: t(`missing.${kind}`) };
    }
    return { what, advice: t(`finding.${code}.advice`, { subject: named }) };
  };
}
