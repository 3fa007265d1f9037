import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** To the accessibility statement; it stands on every page. */
export function StatementLink({ className }: { readonly className?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Link to="/accessibility" className={className}>
      {t('app.accessibility')}
    </Link>
  );
}
