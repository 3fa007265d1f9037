import type { SectorGroup } from '#contracts/case/codes';
import type { Text } from '#contracts/kernel/codes';
import type { Verdict } from '#domain/monitoring';
import { figure, inSector, listed, named, say, sinceWords, type Telling } from './words.js';

/** How one thing that is counted moved; `label` as in its code list. */
export type ToldChange = {
  readonly label: string;
  readonly before: number;
  readonly after: number;
  readonly verdict: Verdict;
};

/** What is compared with what. */
export type Comparison = {
  /** `2026-06-19` */
  readonly since: string;
  /** `before`: as many weeks just before; `year`: the same weeks a year earlier. */
  readonly against: 'before' | 'year';
};

/** Both numbers are sums over weeks: none of them is said to have become the other. */
const moved: Readonly<Record<Verdict, Text>> = {
  rise: {
    fr: 'Les dossiers « {name} » sont en hausse{where} : {after} {since}, contre {before}{earlier}. Le hasard seul ne l’explique pas.',
    nl: 'Dossiers over {name} zijn gestegen{where}: {after} {since}, tegenover {before}{earlier}. Dat is meer dan toeval verklaart.',
    en: 'Cases about {name} have risen{where}: {after} {since}, against {before}{earlier}. That is more than chance explains.',
  },
  fall: {
    fr: 'Les dossiers « {name} » sont en baisse : {after} {since}, contre {before}{earlier}. Le hasard seul ne l’explique pas.',
    nl: 'Dossiers over {name} zijn gedaald: {after} {since}, tegenover {before}{earlier}. Dat is meer dan toeval verklaart.',
    en: 'Cases about {name} have fallen: {after} {since}, against {before}{earlier}. That is more than chance explains.',
  },
  none: {
    fr: 'Pas de changement net pour les dossiers « {name} » {since} : {after}, contre {before}{earlier}.',
    nl: 'Geen duidelijke verandering in dossiers over {name} {since}: {after}, tegenover {before}{earlier}.',
    en: 'No clear change in cases about {name} {since}: {after}, against {before}{earlier}.',
  },
};

const earlier: Readonly<Record<Comparison['against'], Text>> = {
  before: { fr: ' pour autant de semaines avant', nl: ' in evenveel weken ervoor', en: ' in as many weeks before' },
  year: {
    fr: ' aux mêmes semaines un an plus tôt',
    nl: ' in dezelfde weken een jaar eerder',
    en: ' in the same weeks a year earlier',
  },
};

/** How one difficulty moved; `mostly` are the sectors where a rise came from. Claims no change that chance explains. */
export function changeReading(
  change: ToldChange,
  { since, against }: Comparison,
  telling: Telling,
  mostly: readonly SectorGroup[] = [],
): string {
  const { language } = telling;
  const where: Text = { fr: ', surtout {sectors}', nl: ', vooral {sectors}', en: ', mostly {sectors}' };
  const sectors = listed(
    mostly.map((sector) => inSector(sector, language)),
    language,
  );
  return say(language, moved[change.verdict], {
    name: named(change.label),
    before: figure(change.before, telling),
    after: figure(change.after, telling),
    since: sinceWords(since, language),
    earlier: earlier[against][language],
    where: mostly.length === 0 ? '' : say(language, where, { sectors }),
  });
}

/** What an assembly reads first: at most three changes that chance does not explain, or that there is none. */
export function headlines<Change extends ToldChange>(
  {
    changes,
    clear,
    most,
    isComparable,
  }: {
    readonly changes: readonly Change[];
    /** The clearest first. */
    readonly clear: readonly Change[];
    /** The most frequent when it stands out. */
    readonly most: ToldChange | undefined;
    /** Figures reach back far enough to be compared. */
    readonly isComparable: boolean;
  },
  comparison: Comparison,
  telling: Telling,
  mostlyOf: (change: Change) => readonly SectorGroup[] = () => [],
): string[] {
  const { language } = telling;
  const since = sinceWords(comparison.since, language);
  if (clear.length > 0) {
    return clear.slice(0, 3).map((one) => changeReading(one, comparison, telling, mostlyOf(one)));
  }
  if (changes.every(({ after }) => after <= 0)) {
    const none: Text = {
      fr: 'Trop peu de dossiers {since} pour dire ce qui change.',
      nl: 'Te weinig dossiers {since} om te zeggen wat verandert.',
      en: 'Too few cases {since} to say what is changing.',
    };
    return [say(language, none, { since })];
  }
  const young: Text = {
    fr: 'Les chiffres ne remontent pas encore assez loin pour dire ce qui change.',
    nl: 'De cijfers gaan nog niet ver genoeg terug om te zeggen wat verandert.',
    en: 'The figures do not reach back far enough yet to say what is changing.',
  };
  const calm: Text = {
    fr: 'Aucune difficulté n’a changé {since} plus que le hasard ne l’explique.',
    nl: 'Geen enkele moeilijkheid veranderde {since} meer dan toeval verklaart.',
    en: 'No difficulty has changed {since} more than chance explains.',
  };
  const frequent: Text = {
    fr: ' La plus fréquente : {name}, {after} dossiers.',
    nl: ' De meest voorkomende: {name}, {after} dossiers.',
    en: ' The most frequent: {name}, {after} cases.',
  };
  const told =
    most === undefined ? '' : say(language, frequent, { name: named(most.label), after: figure(most.after, telling) });
  return [say(language, isComparable ? calm : young, { since }) + told];
}

/** All that rose and fell, in one sentence each. */
export function slopesReading(changes: readonly ToldChange[], { language }: Telling): string {
  const names = (verdict: Verdict) =>
    listed(
      changes.filter((one) => one.verdict === verdict).map((one) => named(one.label)),
      language,
    );
  const [risen, fallen] = [names('rise'), names('fall')];
  const parts = [
    risen !== '' &&
      say(
        language,
        { fr: 'Hausse nette : {names}.', nl: 'Duidelijk gestegen: {names}.', en: 'Clearly risen: {names}.' },
        { names: risen },
      ),
    fallen !== '' &&
      say(
        language,
        { fr: 'Baisse nette : {names}.', nl: 'Duidelijk gedaald: {names}.', en: 'Clearly fallen: {names}.' },
        { names: fallen },
      ),
  ].filter((part) => part !== false);
  return parts.length > 0
    ? parts.join(' ')
    : say(language, {
        fr: 'Pas de changement net : le hasard suffit à expliquer toutes les différences.',
        nl: 'Geen duidelijke verandering: toeval volstaat om alle verschillen te verklaren.',
        en: 'No clear change: chance is enough to explain all differences.',
      });
}
