import type { CaseRequestInput } from '#contracts/case';
import type { Profession } from '#contracts/kernel';
import { pickOne, type Random } from './random.js';

/** The languages in which the simulated actors write. */
export type NoteLanguage = 'fr' | 'nl';
type Notes = Readonly<Record<NoteLanguage, readonly string[]>>;
type Step = Extract<CaseRequestInput, { type: 'record-progress' }>['step'];

/** What an actor writes when a case is opened. */
export const openingNotes: Notes = {
  fr: [
    'L’entrepreneur a appelé après une relance de sa caisse sociale. Il n’ouvre plus son courrier depuis deux mois.',
    'Baisse nette de la clientèle depuis les travaux devant le commerce. Le bail court encore quatre ans.',
    'Deux trimestres de TVA en retard, comptabilité pas à jour. Souhaite un premier avis avant l’été.',
    'Très fatiguée, dort mal, parle d’arrêter. Le conjoint travaille dans l’affaire.',
    'Le crédit de caisse est dénoncé au 30 du mois. Les carnets de commandes sont pourtant remplis.',
    'Litige avec un fournisseur principal : marchandises bloquées, pas de trésorerie pour payer d’avance.',
    'Les deux associés ne se parlent plus que par écrit. Aucun ne veut racheter les parts de l’autre.',
    'Demande s’il vaut mieux une réorganisation judiciaire ou un arrêt ordonné. Trois personnes au travail.',
  ],
  nl: [
    'De ondernemer belde na een aanmaning van het sociaal verzekeringsfonds. Opent al twee maanden geen post meer.',
    'Duidelijk minder klanten sinds de werken voor de zaak. De huur loopt nog vier jaar.',
    'Twee btw-kwartalen achterstand, de boekhouding is niet bij. Wil een eerste advies voor de zomer.',
    'Erg vermoeid, slaapt slecht, denkt aan stoppen. De partner werkt mee in de zaak.',
    'Het kaskrediet is opgezegd tegen het einde van de maand. Toch is het orderboek goed gevuld.',
    'Geschil met de belangrijkste leverancier: de goederen worden niet vrijgegeven, er is geen geld om vooraf te betalen.',
    'De twee vennoten spreken elkaar enkel nog per brief. Geen van beiden wil de andere uitkopen.',
    'Vraagt of een gerechtelijke reorganisatie dan wel een ordelijke stopzetting beter is. Drie mensen in dienst.',
  ],
};

/** What goes with a referral, by the profession that is asked. */
export const messages: Readonly<Record<Profession, Notes>> = {
  mediator: {
    fr: [
      'Pouvez-vous réunir les parties ? Le bailleur est prêt à une rencontre, pas à une remise de dette.',
      'Plusieurs créanciers menacent d’assigner. Un accord global semble encore possible.',
    ],
    nl: [
      'Kunt u de partijen samenbrengen? De verhuurder wil praten, maar niets kwijtschelden.',
      'Meerdere schuldeisers dreigen te dagvaarden. Een globaal akkoord lijkt nog haalbaar.',
    ],
  },
  accountant: {
    fr: [
      'Il faut d’abord savoir où en sont les chiffres : dernière clôture il y a dix-huit mois.',
      'Merci d’établir un plan de trésorerie avant la rencontre avec la banque.',
    ],
    nl: [
      'Eerst moet duidelijk zijn hoe de cijfers ervoor staan: de laatste afsluiting is achttien maanden oud.',
      'Graag een kasplan opstellen voor het gesprek met de bank.',
    ],
  },
  psychologist: {
    fr: [
      'La personne est d’accord pour un premier entretien, plutôt en soirée.',
      'Signes de burn-out, isolement. Pas de danger immédiat d’après notre échange.',
    ],
    nl: [
      'De persoon gaat akkoord met een eerste gesprek, liefst ’s avonds.',
      'Tekenen van uitputting, isolement. Volgens ons gesprek geen onmiddellijk gevaar.',
    ],
  },
  lawyer: {
    fr: [
      'Une citation est annoncée pour la semaine prochaine. Un avis rapide serait utile.',
      'Question précise : peut-on encore demander un sursis à la saisie ?',
    ],
    nl: [
      'Volgende week wordt een dagvaarding verwacht. Een snel advies zou helpen.',
      'Concrete vraag: kan nog uitstel van het beslag worden gevraagd?',
    ],
  },
  'financial-adviser': {
    fr: [
      'Le projet tient la route si les échéances sont reportées de six mois.',
      'Pouvez-vous regarder si un prêt de redressement est envisageable ?',
    ],
    nl: [
      'Het project is levensvatbaar als de aflossingen zes maanden worden uitgesteld.',
      'Kunt u nagaan of een herstellening mogelijk is?',
    ],
  },
  coach: {
    fr: [
      'Besoin d’un appui concret sur l’organisation et les prix de vente.',
      'L’activité redémarre, l’entrepreneur veut un suivi régulier les premiers mois.',
    ],
    nl: [
      'Heeft praktische steun nodig bij de organisatie en de verkoopprijzen.',
      'De activiteit start opnieuw, de ondernemer wil regelmatige opvolging in de eerste maanden.',
    ],
  },
};

/** What an actor writes with a step of progress. */
export const progressNotes: Readonly<Record<Step, Notes>> = {
  meeting: {
    fr: [
      'Entretien de deux heures. L’entrepreneur a apporté une bonne partie des pièces.',
      'Deuxième rencontre, climat plus serein. Nous avons trié les priorités.',
      'Rendez-vous à distance, le prochain aura lieu dans la boutique.',
    ],
    nl: [
      'Gesprek van twee uur. De ondernemer bracht een groot deel van de stukken mee.',
      'Tweede ontmoeting, de sfeer is rustiger. We hebben de prioriteiten op een rij gezet.',
      'Gesprek op afstand, het volgende gaat door in de winkel.',
    ],
  },
  plan: {
    fr: [
      'Plan d’action sur trois mois validé : prix, stocks, horaires d’ouverture.',
      'Plan de trésorerie terminé. Le point bas arrive en février.',
    ],
    nl: [
      'Actieplan over drie maanden goedgekeurd: prijzen, voorraad, openingsuren.',
      'Het kasplan is klaar. Het dieptepunt valt in februari.',
    ],
  },
  'payment-plan': {
    fr: [
      'La caisse accepte douze mensualités, la première est payée.',
      'Plan d’apurement demandé pour la TVA, réponse attendue sous trois semaines.',
    ],
    nl: [
      'Het fonds aanvaardt twaalf maandelijkse schijven, de eerste is betaald.',
      'Afbetalingsplan gevraagd voor de btw, antwoord verwacht binnen drie weken.',
    ],
  },
  negotiation: {
    fr: [
      'Le bailleur accepte de baisser le loyer pendant six mois.',
      'Premier tour de table avec les fournisseurs : deux sur trois suivent.',
    ],
    nl: [
      'De verhuurder aanvaardt een lagere huur gedurende zes maanden.',
      'Eerste ronde met de leveranciers: twee van de drie doen mee.',
    ],
  },
  'file-submitted': {
    fr: [
      'Demande de dispense de cotisations introduite pour quatre trimestres.',
      'Dossier de prêt déposé, il manque encore le bilan provisoire.',
    ],
    nl: [
      'Aanvraag tot vrijstelling van bijdragen ingediend voor vier kwartalen.',
      'Kredietdossier ingediend, enkel de voorlopige balans ontbreekt nog.',
    ],
  },
  other: {
    fr: [
      'L’entrepreneur a ouvert tout son courrier avec nous. Un grand pas.',
      'Le conjoint participe désormais aux rencontres.',
    ],
    nl: [
      'De ondernemer heeft samen met ons alle post geopend. Een grote stap.',
      'De partner komt voortaan mee naar de gesprekken.',
    ],
  },
};

/** One of the notes in a language. */
export function noteIn(random: Random, notes: Notes, language: NoteLanguage): string {
  return pickOne(random, notes[language]);
}
