import type { Text } from '../../kernel/codes/code-list.js';
import type { CubeName, Dimension } from './monitoring.js';

function named(fr: string, nl: string, en: string): Text {
  return { fr, nl, en };
}

/** What each published cube counts, as a title begins. */
export const cubeLabels: Readonly<Record<CubeName, Text>> = {
  opened: named('Dossiers ouverts', 'Geopende dossiers', 'Cases opened'),
  mentions: named('Difficultés mentionnées', 'Vermelde moeilijkheden', 'Difficulties mentioned'),
  places: named('Dossiers ouverts, par commune', 'Geopende dossiers, per gemeente', 'Cases opened, by municipality'),
  ages: named(
    'Dossiers ouverts, par âge de l’entreprise',
    'Geopende dossiers, per leeftijd van de onderneming',
    'Cases opened, by age of the business',
  ),
  forms: named(
    'Dossiers ouverts, par forme juridique',
    'Geopende dossiers, per rechtsvorm',
    'Cases opened, by legal form',
  ),
  stages: named('Dossiers ouverts, par phase', 'Geopende dossiers, per fase', 'Cases opened, by stage'),
  channels: named(
    'Dossiers ouverts, par canal',
    'Geopende dossiers, per kanaal',
    'Cases opened, by the channel they came through',
  ),
  closed: named('Dossiers clôturés', 'Afgesloten dossiers', 'Cases closed'),
  reopened: named('Dossiers rouverts', 'Heropende dossiers', 'Cases reopened'),
  sent: named('Orientations envoyées', 'Verzonden doorverwijzingen', 'Referrals sent'),
  answered: named('Réponses aux orientations', 'Antwoorden op doorverwijzingen', 'Answers to referrals'),
  contacted: named('Premiers contacts', 'Eerste contacten', 'First contacts'),
  ended: named('Aides terminées', 'Afgeronde hulp', 'Help that ended'),
  hops: named('Orientations dans leur chaîne', 'Doorverwijzingen in hun keten', 'Referrals in their chain'),
  unmet: named('Demandes que personne n’a pu prendre', 'Vragen die niemand kon opnemen', 'Needs nobody could take'),
  'followed-up': named('Suivis après clôture', 'Opvolgingen na afsluiting', 'Follow-ups after closing'),
};

/** What each dimension is called. */
export const dimensionLabels: Readonly<Record<Dimension, Text>> = {
  difficulty: named('difficulté', 'moeilijkheid', 'difficulty'),
  'difficulty-group': named('groupe de difficultés', 'groep moeilijkheden', 'group of difficulties'),
  'sector-group': named('secteur', 'sector', 'sector'),
  'size-group': named('taille', 'omvang', 'size'),
  area: named('zone', 'zone', 'area'),
  municipality: named('commune', 'gemeente', 'municipality'),
  'age-band': named('âge de l’entreprise', 'leeftijd van de onderneming', 'age of the business'),
  'legal-form': named('forme juridique', 'rechtsvorm', 'legal form'),
  stage: named('phase', 'fase', 'stage'),
  channel: named('canal', 'kanaal', 'channel'),
  'case-outcome': named('issue du dossier', 'afloop van het dossier', 'outcome of the case'),
  'reopen-reason': named('motif de réouverture', 'reden van heropening', 'reason for reopening'),
  from: named('expéditeur', 'afzender', 'sender'),
  to: named('profession', 'beroep', 'profession'),
  answer: named('réponse', 'antwoord', 'answer'),
  time: named('temps de travail', 'werktijd', 'working time'),
  outcome: named('résultat de l’aide', 'resultaat van de hulp', 'outcome of the help'),
  hop: named('place dans la chaîne', 'plaats in de keten', 'place in the chain'),
  month: named('moment du suivi', 'moment van de opvolging', 'moment of the follow-up'),
  'follow-up': named('situation au suivi', 'toestand bij de opvolging', 'situation at the follow-up'),
};
