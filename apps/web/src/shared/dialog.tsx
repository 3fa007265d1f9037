import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { beginIn } from './focus.js';

type DialogProps = {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly size: string | number;
  /** A click beside it closes it, unless false. */
  readonly closeOnClickOutside?: boolean;
  readonly classNames?: { readonly content?: string; readonly inner?: string };
  readonly children: ReactNode;
};

/** Every dialog: the focus begins at its first field or least harmful button. Where it returns to when the dialog closes, `keepFocus` knows. */
export function Dialog({ children, ...props }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal {...props} returnFocus={false} closeButtonProps={{ 'aria-label': t('form.close') }}>
      <div style={{ display: 'contents' }} ref={(place) => (place === null ? undefined : beginIn(place))}>
        {children}
      </div>
    </Modal>
  );
}
