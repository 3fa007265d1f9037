import { caseLanguages, difficulties } from '#contracts/kernel/codes';
import type { Session } from '#contracts/people';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InboxFilters } from '../queries.js';
import { FilterSelect } from '../../../shared/filter-select.js';
import { useLabels } from '../../../shared/labels.js';

type InboxFilterBarProps = { readonly filters: InboxFilters; readonly session: Session };

/** The filters of the inbox; they live in the URL. */
export function InboxFilterBar({ filters, session }: InboxFilterBarProps) {
  const { t } = useTranslation('inbox');
  const labels = useLabels();
  const navigate = useNavigate({ from: '/inbox' });
  const set = (name: 'language' | 'difficulty' | 'serviceId') => (value: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, [name]: value, selected: undefined }), replace: true });
  return (
    <>
      <FilterSelect
        label={t('filter.language')}
        value={filters.language}
        onChange={set('language')}
        options={caseLanguages.map((value) => ({ value, label: labels.caseLanguage(value) }))}
      />
      <FilterSelect
        label={t('filter.difficulty')}
        value={filters.difficulty}
        onChange={set('difficulty')}
        options={(Object.keys(difficulties) as (keyof typeof difficulties)[]).map((value) => ({
          value,
          label: labels.of(difficulties, value),
        }))}
      />
      {session.membership.services.length > 1 && (
        <FilterSelect
          label={t('filter.service')}
          gender="masculine"
          value={filters.serviceId}
          onChange={set('serviceId')}
          options={session.membership.services.map((service) => ({
            value: service.serviceId,
            label: labels.text(service.name),
          }))}
        />
      )}
    </>
  );
}
