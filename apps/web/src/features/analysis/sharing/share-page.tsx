import type { CodeList } from '#contracts/kernel/codes';
import type { FigureQuestion } from '#contracts/monitoring';
import { cubeLabels, dimensionLabels, dimensions, dimensionsOf, type Dimension } from '#contracts/monitoring/codes';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShareSearch } from './route.js';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { useLabels } from '../../../shared/labels.js';
import { Choice } from '../../../shared/figures/choice.js';
import { Card, Page } from '../../../shared/page.js';
import { Loading, NoPermission } from '../../../shared/states.js';
import { later } from '../../../shared/later.js';
import { chosenCodes, offeredCubes, questionOf, spans, withCode } from './question.js';
import { ShareForm } from './share-form.js';
import classes from './share.module.css';

const Preview = later(() => import('./preview.js'), 'Preview');
const SharedList = later(() => import('./shared-list.js'), 'SharedList');

type QuestionFieldsProps = {
  readonly question: FigureQuestion;
  readonly search: ShareSearch;
  readonly onChange: (part: ShareSearch) => void;
};

function QuestionFields({ question, search, onChange }: QuestionFieldsProps) {
  const { t } = useTranslation('sharing');
  const labels = useLabels();
  const known = dimensionsOf(question.cube);
  const [first, second] = question.by;
  const nameOf = (dimension: Dimension) => labels.text(dimensionLabels[dimension]);
  const offered = (without?: Dimension) =>
    known.filter((one) => one !== without).map((one) => ({ value: one, label: nameOf(one) }));
  const codes = chosenCodes(search.where);
  return (
    <div className={classes.fields}>
      <Choice
        label={t('cube')}
        value={question.cube}
        none={t('choose')}
        options={offeredCubes.map((one) => ({ value: one, label: labels.text(cubeLabels[one]) }))}
        onChange={(cube) => onChange({ cube, by: undefined, where: undefined })}
      />
      <Choice
        label={t('by')}
        value={first}
        none={t('choose')}
        options={offered()}
        onChange={(by) => onChange({ by })}
      />
      {question.grain === 'total' && known.length > 1 && (
        <Choice
          label={t('and')}
          value={second}
          none={t('nothing')}
          options={offered(first)}
          onChange={(by) => onChange({ by: [first, by].filter((one) => one !== undefined).join(',') })}
        />
      )}
      <Choice
        label={t('grain')}
        value={question.grain === 'total' ? undefined : question.grain}
        none={t('grainOf.total')}
        options={(['month', 'quarter'] as const).map((value) => ({ value, label: t(`grainOf.${value}`) }))}
        onChange={(grain) => onChange({ grain })}
      />
      <Choice
        label={t('span')}
        value={search.span}
        none={t('spanOf.all')}
        options={spans.filter((one) => one !== 'all').map((value) => ({ value, label: t(`spanOf.${value}`) }))}
        onChange={(span) => onChange({ span })}
      />
      {known.map((dimension) => (
        <Choice
          key={dimension}
          label={t('only', { name: nameOf(dimension) })}
          value={codes.get(dimension)}
          none={t('everything')}
          options={Object.entries(dimensions[dimension] as CodeList<string>).map(([value, { label }]) => ({
            value,
            label: labels.text(label),
          }))}
          onChange={(code) => onChange({ where: withCode(search.where, dimension, code) })}
        />
      ))}
    </div>
  );
}

/** What leaves the analysts' room: a question to the published figures, looked at first, then shared. */
export function SharePage() {
  const { t } = useTranslation('sharing');
  const session = useSession();
  const search = useSearch({ from: '/signed-in/analysis/share' });
  const navigate = useNavigate({ from: '/analysis/share' });
  const question = useMemo(() => questionOf(search, new Date()), [search]);
  if (!rooms.share(session)) {
    return (
      <Page title={t('title')}>
        <NoPermission />
      </Page>
    );
  }
  const change = (part: ShareSearch) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  return (
    <Page title={t('title')}>
      <p className={classes.intro}>{t('intro')}</p>
      <div className={classes.parts}>
        <Card title={t('question')}>
          <QuestionFields question={question} search={search} onChange={change} />
        </Card>
        <Suspense fallback={<Loading rows={5} />}>
          <Preview question={question} />
        </Suspense>
        <ShareForm question={question} />
        <Suspense fallback={<Loading rows={3} />}>
          <SharedList />
        </Suspense>
      </div>
    </Page>
  );
}
