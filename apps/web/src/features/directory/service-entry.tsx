import type { Service } from '#contracts/directory';
import { capacities } from '#contracts/directory/codes';
import { difficulties, professions, stages } from '#contracts/kernel/codes';
import { actsFor, mayDo, viewerOf } from '#domain/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../client/api.js';
import { outbox, useHeld } from '../../client/outbox.js';
import { directoryQueries } from '../../shared/directory-queries.js';
import { useSession } from '../../client/session.js';
import { Chip, ChipRow } from '../../shared/chips.js';
import { useLabels } from '../../shared/labels.js';
import { CapacityBadge } from '../../shared/status.js';
import { useFormats, useNow } from '../../shared/time.js';
import { say, sayFailed } from '../../shared/toast.js';
import classes from './directory-page.module.css';

const confirmable = ['available', 'waiting-list', 'full'] as const;

function Confirm({ service }: { readonly service: Service }) {
  const { t } = useTranslation('directory');
  const labels = useLabels();
  const client = useQueryClient();
  const path = `/directory/services/${service.serviceId}/capacity`;
  // Also one that was pressed before this page was opened anew.
  const isHeld = useHeld().some((one) => one.path === path);
  const confirm = useMutation({
    mutationFn: (capacity: (typeof confirmable)[number]) =>
      outbox.send<Service>({
        path,
        method: 'put',
        body: { capacity },
        key: newKey(),
        about: t('about', { service: labels.text(service.name), capacity: labels.of(capacities, capacity) }),
        attempts: 0,
      }),
    retry: false,
    onSuccess: (after) => {
      client.setQueryData(directoryQueries.services().queryKey, (all: Service[] | undefined) =>
        all?.map((one) => (one.serviceId === after.serviceId ? after : one)),
      );
      say(t('said', { capacity: labels.of(capacities, after.capacity) }));
    },
    onError: sayFailed,
  });
  return (
    <div
      className={classes.confirm}
      role="group"
      aria-label={t('confirm', { service: labels.text(service.name) })}
      data-no-print
    >
      {confirmable.map((capacity) => (
        <button
          key={capacity}
          type="button"
          aria-pressed={service.capacity === capacity}
          disabled={confirm.isPending || isHeld}
          onClick={() => confirm.mutate(capacity)}
        >
          {labels.of(capacities, capacity)}
        </button>
      ))}
    </div>
  );
}

/** One service: what it does, for whom, how, and whether it can take new work. */
export function ServiceEntry({ service }: { readonly service: Service }) {
  const { t } = useTranslation('directory');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
  const viewer = viewerOf(useSession());
  const isOwn = actsFor(viewer, service.serviceId);
  const mayConfirm = isOwn || mayDo(viewer, 'confirm-any-capacity');
  const territory = service.territory.map((code) => labels.municipality(code));
  return (
    <article className={classes.service}>
      <div>
        <h3 className={classes.name}>{labels.text(service.name)}</h3>
        <p className={classes.quiet}>
          {labels.of(professions, service.profession)}
          {isOwn && ` · ${t('own')}`}
        </p>
        <div className={classes.capacity}>
          <CapacityBadge capacity={service.capacity} />
          <span className={classes.quiet}>
            {service.capacityConfirmedAt === null
              ? t('never')
              : t('confirmed', { day: formats.day(new Date(service.capacityConfirmedAt), now) })}
          </span>
        </div>
        {mayConfirm && <Confirm service={service} />}
      </div>
      <div>
        <div className={classes.difficulties}>
          <ChipRow>
            {service.difficulties.map((code) => (
              <Chip key={code}>{labels.of(difficulties, code)}</Chip>
            ))}
          </ChipRow>
        </div>
        <dl className={classes.facts}>
          <dt>{t('method')}</dt>
          <dd>{labels.text(service.method)}</dd>
          <dt>{t('cost')}</dt>
          <dd>{labels.text(service.cost)}</dd>
          <dt>{t('stages')}</dt>
          <dd>{service.stages.map((code) => labels.of(stages, code)).join(', ')}</dd>
          <dt>{t('languages')}</dt>
          <dd>{service.languages.map((code) => labels.caseLanguage(code)).join(', ')}</dd>
          <dt>{t('territory')}</dt>
          <dd>{territory.length === 0 ? t('region') : territory.join(', ')}</dd>
        </dl>
      </div>
    </article>
  );
}
