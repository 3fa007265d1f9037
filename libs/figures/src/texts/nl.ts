import type { Texts } from './fr.js';

/** Words of figures in Dutch. */
export const nl: Texts = {
  table: {
    month: 'Maand',
    cases: 'Dossiers',
    referrals: 'Doorverwijzingen',
    difficulty: 'Moeilijkheid',
    group: 'Groep van moeilijkheden',
    municipality: 'Gemeente',
    verdict: 'Meer dan toeval?',
    time: 'Werktijd',
    reason: 'Reden',
    now: 'sinds de datum',
    before: 'periode waarmee vergeleken wordt',
    week: 'Week van',
    answer: 'Antwoord',
    sender: 'Afzender',
    outcome: 'Resultaat',
    profession: 'Beroep',
  },
  verdict: {
    rise: 'ja, gestegen',
    fall: 'ja, gedaald',
    none: 'geen duidelijke verandering',
  },
  trend: {
    title: '{{name}}, dossiers per maand',
    none: 'Nog geen volledige maand.',
    expected: 'verwacht bereik',
    signal: 'buiten het bereik',
    signalSince: 'signaal sinds {{month}}',
    running: 'lopend',
    note: 'Een dossier telt één keer per moeilijkheid die het vermeldt, in de maand waarin het geopend werd.',
  },
  slopes: {
    title: 'Van periode naar periode',
    note: '▲ en ▼: meer dan toeval verklaart, alle moeilijkheden samen beoordeeld. Getekend zijn deze en de vaakst voorkomende; de tabel heeft ze alle.',
  },
  matrix: {
    title: 'Welke moeilijkheid in welke sector',
    note: 'Dossiers geopend sinds de datum, één keer per moeilijkheid.',
  },
  map: {
    title: 'Dossiers per gemeente',
    beside: '{{name}}: {{count}}',
    note: 'Dossiers geopend sinds de datum, waar de onderneming is.',
  },
  unmet: {
    title: 'Waar hulp ontbreekt',
    note: 'Keren dat niemand het dossier kon nemen, per voornaamste moeilijkheid en zone.',
  },
  flow: {
    title: 'Waar vragen vandaan komen en wat ervan wordt',
    from: 'Van',
    to: 'Naar',
    answer: 'Antwoord',
    way: 'Van → naar',
    note: 'Vragen verstuurd en antwoorden gegeven sinds de datum; een antwoord kan over een oudere vraag gaan.',
  },
  wait: {
    answer: 'Hoe lang men op een antwoord wacht',
    contact: 'Van aanvaarding tot eerste contact',
    end: 'Van aanvaarding tot het einde van de hulp',
    hours: '{{time}} u',
    days: '{{time}} d',
    longer: '> 60 d',
    half: 'de helft: {{time}}',
    most: 'negen op tien: {{time}}',
    note: 'Werktijd; een dag telt 8 uren. Elke kolom gaat tot de genoemde tijd.',
  },
  declines: {
    title: 'Waarom geweigerd wordt',
    note: 'De streep is de periode waarmee vergeleken wordt.',
  },
  balance: {
    title: 'Geopend, afgesloten, in behandeling',
    opened: 'geopend',
    closed: 'afgesloten',
    inProgress: 'in behandeling',
    note: 'Heropende dossiers tellen bij de geopende. In behandeling: alles wat binnenkwam min alles wat buitenging. Ingevoerde geschiedenis kent alleen afgesloten dossiers: kort voor het begin van Relais lijken er te weinig in behandeling.',
  },
  followUp: {
    title: 'Zes en twaalf maanden later',
    note: 'Opvolgingen genoteerd of gemist sinds de datum.',
  },
  'own-received': {
    title: 'Ontvangen vragen en antwoorden, per week',
    received: 'ontvangen',
    accepted: 'aanvaard',
    notAccepted: 'niet aanvaard',
    declined: 'geweigerd',
    expired: 'zonder antwoord',
    note: 'Een vraag telt in de week waarin ze verstuurd werd, een antwoord in de week waarin het gegeven werd.',
  },
  'own-answers': {
    title: 'Onze antwoorden',
    note: 'Vragen die teruggeroepen of door een andere dienst genomen werden voor er een antwoord was, hebben er geen.',
  },
  'own-from': {
    title: 'Van wie de vragen komen',
    note: 'Het beroep van de dienst die de vraag verstuurde.',
  },
  'own-outcomes': {
    title: 'Resultaat van onze hulp',
    note: 'Hulp die in deze weken afgesloten werd.',
  },
  'own-sent': {
    title: 'Naar wie wij doorverwijzen',
    note: 'Vragen die onze diensten in deze weken verstuurden.',
  },
};
