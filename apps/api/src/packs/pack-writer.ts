import { Injectable } from '@nestjs/common';
import type { CubeAnswer, PackRequest } from '#contracts';
import { counting, region, type CountingRule, type Language } from '#contracts/codes';
import { weekOf } from '#domain';
import {
  figuresOf,
  filtersOf,
  firstQuestion,
  openingOf,
  questionsOf,
  sceneOf,
  spansOf,
  spanWords,
  type CubeQuestion,
  type QuestionName,
  type Scene,
} from '#figures';
import { PublishedService } from '../monitoring/published.service.js';
import { packPage, type PackColumn } from './pack-page.js';
import { packTexts } from './pack-texts.js';

/** The page of a pack and the number of the newest epoch that it knows. */
export type WrittenPack = { readonly page: string; readonly epoch: number };

const locales: Readonly<Record<Language, string>> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };

/** Writes packs: the figures of the dashboard on paper, from published figures alone. */
@Injectable()
export class PackWriter {
  constructor(private readonly published: PublishedService) {}

  /**
   * The same request over the same epoch gives the same page, whatever is published later.
   * @param upTo number of the epoch to go back to; the newest when missing
   * @returns undefined when nothing is published for these dates
   */
  async write(request: PackRequest, upTo?: number): Promise<WrittenPack | undefined> {
    const newest = await this.published.newest(upTo);
    if (newest === undefined) {
      return undefined;
    }
    const { number } = newest;
    const ask = ({ cube, where = [], ...question }: CubeQuestion) =>
      this.published.answer(cube, { ...question, where: [...where] }, number);
    const filters = filtersOf({ since: weekAt(request.since) });
    const last = weekAt(request.until);
    const weekly = await ask({ ...firstQuestion(filters), to: last });
    if (weekly.standing.last === null || weekly.periods.length === 0) {
      return undefined;
    }
    const end = weekly.standing.last < last ? weekly.standing.last : last;
    const isRunning = end === last && weekAt(dayAfter(request.until)) === last;
    const spans = spansOf(end, isRunning, filters.against, filters.since);
    const questions = Object.entries(questionsOf(filters, spans)) as [QuestionName, CubeQuestion][];
    const answers: Partial<Record<QuestionName, CubeAnswer>> = {};
    for (const [name, question] of questions) {
      answers[name] = await ask({ to: end, ...question });
    }
    const languages: readonly Language[] = request.language === 'both' ? ['fr', 'nl'] : [request.language];
    const columns = languages.map((language) => {
      const scene = sceneOf({ language, filters, spans, weekly, answers: answers as Scene['answers'] });
      return columnOf(scene, request, { language, number });
    });
    return { page: packPage(columns), epoch: number };
  }
}

/** The week of a day, which is all of it. */
function weekAt(day: string): string {
  return weekOf(`${day}T12:00:00.000Z`, region.calendar);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);
}

function columnOf(
  scene: Scene,
  { until }: PackRequest,
  { language, number }: { readonly language: Language; readonly number: number },
): PackColumn {
  const texts = packTexts[language];
  const { main, more } = openingOf(scene);
  const { standing, spans } = scene;
  const dayOf = (instant: string) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: region.timeZone }).format(
      new Date(instant),
    );
  return {
    language,
    title: texts.title(dayOf(`${until}T12:00:00.000Z`)),
    spans: texts.spans(spanWords(spans.compared, language), spanWords(spans.reference, language)),
    headline: [main, ...more],
    figures: figuresOf(scene),
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
