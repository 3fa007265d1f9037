import { rolesWith } from '#domain/people';
import { roles } from '#contracts/people/codes';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useLabels } from '../../../shared/labels.js';
import { say } from '../../../shared/toast.js';
import { useNow } from '../../../shared/time.js';
import { presentCount } from '../members/present.js';
import { peopleQueries } from '../queries.js';
import { useExportSwitch } from './use-export-switch.js';

/** Whose files these are: analysts and those who read the access log. */
const concerned = [...new Set([...rolesWith('analyse'), ...rolesWith('read-audit')])];

/** Asks before files leave no more, and says whom that concerns. */
export function ExportsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const labels = useLabels();
  const { data: members = [] } = useQuery(peopleQueries.members());
  const switching = useExportSwitch();
  const now = useNow();
  const held = members.filter(({ membership }) => membership.roles.some((role) => concerned.includes(role)));
  return (
    <FormDialog
      opened
      danger
      title={t('exports.ask')}
      intro={t('exports.explain')}
      submit={t('exports.turnOff')}
      busy={switching.isPending}
      error={switching.error}
      onClose={onClose}
      onSubmit={() =>
        switching.mutate(
          { exportsAllowed: false },
          {
            onSuccess: () => {
              say(t('exports.off'));
              onClose();
            },
          },
        )
      }
    >
      <p>
        {t('exports.concerns', {
          count: presentCount(held, now),
          roles: labels.list(concerned.map((role) => labels.of(roles, role))),
        })}
      </p>
    </FormDialog>
  );
}
