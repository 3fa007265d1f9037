import type { Absence } from '#contracts/people';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../shared/text-button.js';
import { useDays, useEnding } from './use-absences.js';

/** The button that ends an absence, or cancels one that has not begun. */
export function EndAbsence({ absence }: { readonly absence: Absence }) {
  const { t } = useTranslation('absence');
  const ending = useEnding();
  const { isBegun } = useDays()(absence);
  const { name } = absence.absent;
  return (
    <TextButton
      disabled={ending.isPending}
      onClick={() => ending.mutate(absence)}
      label={t(isBegun ? 'endNamed' : 'cancelNamed', { name })}
    >
      {t(isBegun ? 'end' : 'cancel')}
    </TextButton>
  );
}
