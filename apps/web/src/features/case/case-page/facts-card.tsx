import type { CaseView } from '#contracts/case';
import { ageBands, legalForms, sectors, sizeBands, urgencies } from '#contracts/case/codes';
import { stages } from '#contracts/kernel/codes';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionControl } from '../actions/use-action.js';
import { Difficulties } from '../../../shared/chips.js';
import { IconPencil } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { TextButton } from '../../../shared/text-button.js';
import classes from './facts-card.module.css';

function Fact({
  name,
  grow,
  children,
}: {
  readonly name: string;
  readonly grow?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={`${classes.fact} ${grow === true ? classes.grow : ''}`}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type FactsCardProps = { readonly view: CaseView; readonly control: ActionControl };

/** Who needs what: all facts at a glance. */
export function FactsCard({ view, control }: FactsCardProps) {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  const { facts } = view;
  const amend = view.actions.find((action) => action.type === 'amend-facts');
  return (
    <Card className={classes.card}>
      <h2 className="visually-hidden">{t('facts.title')}</h2>
      {amend !== undefined && (
        <span className={classes.amend}>
          <TextButton icon={<IconPencil size={15} aria-hidden />} onClick={() => control.start(amend)}>
            {t('facts.amend')}
          </TextButton>
        </span>
      )}
      <dl className={classes.facts}>
        <Fact name={t('facts.stage')}>{labels.of(stages, facts.stage)}</Fact>
        <Fact name={t('facts.sector')}>{labels.of(sectors, facts.sector)}</Fact>
        <Fact name={t('facts.municipality')}>{labels.municipality(facts.municipality)}</Fact>
        <Fact name={t('facts.size')}>{labels.of(sizeBands, facts.sizeBand)}</Fact>
        <Fact name={t('facts.age')}>{labels.of(ageBands, facts.ageBand)}</Fact>
        <Fact name={t('facts.form')}>{labels.of(legalForms, facts.legalForm)}</Fact>
        <Fact name={t('facts.language')}>{facts.languages.map((one) => labels.caseLanguage(one)).join(', ')}</Fact>
        {facts.urgency === 'urgent' && <Fact name={t('facts.urgency')}>{labels.of(urgencies, facts.urgency)}</Fact>}
        <Fact name={t('facts.difficulties')} grow>
          <Difficulties facts={facts} />
        </Fact>
      </dl>
    </Card>
  );
}
