import type { FigureQuestion, SharedFigure, SharedFigureRequest } from '#contracts/monitoring';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client/api.js';
import { Problem } from '../../../shared/form-problem.js';
import { Card } from '../../../shared/page.js';
import { say } from '../../../shared/toast.js';
import classes from './share.module.css';

/** Gives the figure a remark and an address that is open to all. */
export function ShareForm({ question }: { readonly question: FigureQuestion }) {
  const { t } = useTranslation('sharing');
  const client = useQueryClient();
  const [remark, setRemark] = useState('');
  const [pinned, setPinned] = useState(false);
  const sharing = useMutation({
    mutationFn: (request: SharedFigureRequest) => api.post<SharedFigure>('/shared-figures', request),
    retry: false,
    onSuccess: () => {
      setRemark('');
      say(t('shared'));
      void client.invalidateQueries({ queryKey: ['shared-figures'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sharing.mutate({ question, remark: remark.trim(), pinned });
  };
  return (
    <Card title={t('share')}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('remark')}
          description={t('remarkHint')}
          value={remark}
          maxLength={400}
          onChange={(event) => setRemark(event.target.value)}
        />
        <Checkbox label={t('pin')} checked={pinned} onChange={(event) => setPinned(event.target.checked)} />
        <Problem error={sharing.error} />
        <Button type="submit" loading={sharing.isPending}>
          {t('shareNow')}
        </Button>
      </form>
    </Card>
  );
}
