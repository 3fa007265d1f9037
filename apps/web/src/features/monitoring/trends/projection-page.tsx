import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconX } from '../../../shared/icons.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { later } from '../../../shared/later.js';
import classes from './projection.module.css';
import { useScene, useTier } from './use-scene.js';

/** Charts and what draws them come while the figures are fetched. */
const Screens = later(() => import('./projection-screens.js'), 'Screens');

/** One figure a screen, large enough for an assembly: arrow keys go on and back, Escape leaves. */
export function ProjectionPage() {
  const { t: common } = useTranslation();
  const { t: names } = useTranslation('names');
  const { t } = useTranslation('trends');
  const search = useSearch({ from: '/signed-in/trends/project' });
  const navigate = useNavigate({ from: '/trends/project' });
  const state = useScene(search, useTier(search));
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    document.title = `${names('trends')} · Relais`;
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, [names]);
  const leave = () => void navigate({ to: '/trends', search: { ...search, figure: undefined } });
  return (
    <dialog
      ref={ref}
      className={classes.screen}
      aria-label={names('trends')}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <button type="button" className={classes.close} onClick={leave} aria-label={common('form.close')}>
        <IconX size={26} aria-hidden />
      </button>
      {state.is === 'ready' && (
        <Suspense fallback={<Loading rows={8} />}>
          <Screens
            scene={state.scene}
            chosen={search.figure}
            onStep={(figure) => void navigate({ search: { ...search, figure }, replace: true })}
          />
        </Suspense>
      )}
      {state.is === 'loading' && <Loading rows={8} />}
      {state.is === 'empty' && <Empty title={t('empty.title')} text={t('empty.text')} />}
      {state.is === 'failed' && <Failure error={state.error} retry={state.retry} />}
    </dialog>
  );
}
