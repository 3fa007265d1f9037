import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/kernel/codes';
import type { CubeAnswer, PackRequest } from '#contracts/monitoring';
import { counting, type CountingRule } from '#contracts/monitoring/codes';
import type { PinnedFigure } from '#persistence/monitoring';
import {
  coverageOf,
  figuresOf,
  filtersOf,
  firstQuestion,
  openingOf,
  questionsOf,
  sceneOf,
  sharedPicture,
  spansOf,
  weekAt,
  type CubeQuestion,
  type Picture,
  type QuestionName,
  type Scene,
} from '#figures';
import { dayIn } from '../../kernel/problems/wording.js';
import { PublishedService } from '../published.service.js';
import { answerTo } from '../shared-figures/shared-figure.service.js';
import { packPage, type PackColumn } from './pack-page.js';
import { packTexts } from './pack-texts.js';

/** The page of a pack and the number of the newest epoch that it knows. */
export type WrittenPack = { readonly page: string; readonly epoch: number };

type PackOptions = {
  /** Figures that analysts shared, shown after those of the dashboard. */
  readonly figures: readonly PinnedFigure[];
  /** Number of the epoch to go back to; the newest when missing. */
  readonly upTo?: number;
};

/** Writes packs: the figures of the dashboard on paper, from published figures alone. */
@Injectable()
export class PackWriter {
  constructor(private readonly published: PublishedService) {}

  /**
   * The same request over the same epoch gives the same page, whatever is published later.
   * @returns undefined when nothing is published for these dates
   */
  async write(request: PackRequest, { figures, upTo }: PackOptions): Promise<WrittenPack | undefined> {
    const newest = await this.published.newest(upTo);
    if (newest === undefined) {
      return undefined;
    }
    const { number } = newest;
    const ask = ({ cube, where = [], ...question }: CubeQuestion) =>
      this.published.answer(cube, { ...question, where: [...where] }, number);
    const filters = filtersOf({ since: weekAt(request.since) });
    const { standing } = await ask(firstQuestion(filters));
    const coverage = coverageOf(standing, request.until);
    if (coverage === null) {
      return undefined;
    }
    const weekly = await ask({ ...firstQuestion(filters), to: coverage.last });
    const spans = spansOf(coverage, filters.against, filters.since);
    const questions = Object.entries(questionsOf(filters, spans)) as [QuestionName, CubeQuestion][];
    const answers: Partial<Record<QuestionName, CubeAnswer>> = {};
    for (const [name, question] of questions) {
      answers[name] = await ask({ to: coverage.last, ...question });
    }
    const shared = await Promise.all(
      figures.map(async (figure) => ({ figure, answer: await answerTo(this.published, figure.question, number) })),
    );
    const languages: readonly Language[] = request.language === 'both' ? ['fr', 'nl'] : [request.language];
    const columns = languages.map((language) => {
      const scene = sceneOf({ language, filters, spans, weekly, answers: answers as Scene['answers'] });
      const pictures = shared.map(({ figure, answer }) => sharedPicture(figure, answer, language));
      return columnOf(scene, request, { language, number, pictures });
    });
    return { page: packPage(columns), epoch: number };
  }
}

function columnOf(
  scene: Scene,
  { until }: PackRequest,
  {
    language,
    number,
    pictures,
  }: Pick<PackColumn, 'language'> & { readonly number: number; readonly pictures: readonly Picture[] },
): PackColumn {
  const texts = packTexts[language];
  const { standing } = scene;
  const dayOf = (instant: string) => dayIn(instant, language);
  return {
    language,
    title: texts.title(dayOf(`${until}T12:00:00.000Z`)),
    opening: openingOf(scene),
    openingTitles: { keyFigures: scene.t('key.title'), changes: scene.t('key.changes') },
    figures: [...figuresOf(scene), ...pictures],
    exactness: [texts.rounded(standing.base), texts.origin(dayOf(standing.asOf ?? ''), number, standing.hash ?? '')],
    countingTitle: texts.counting,
    counting: Object.values(counting).map((rule: CountingRule) => ({
      name: rule.label[language],
      rule: sentencesOf(rule, language),
    })),
  };
}

const clauses = ['numerator', 'denominator', 'start', 'stop', 'pause', 'reopened'] as const;

function sentencesOf(rule: CountingRule, language: Language): string {
  const texts = packTexts[language].rule;
  const told = clauses.flatMap((clause) => {
    const text = rule[clause]?.[language];
    return text === undefined ? [] : [`${texts[clause]}: ${text}`];
  });
  return [...told, ...(rule.smallest === undefined ? [] : [`${texts.smallest}: ${rule.smallest}`])].join(' ');
}
