/** Words of figures in French. */
export const fr = {
  table: {
    month: 'Mois',
    cases: 'Dossiers',
    referrals: 'Relais',
    difficulty: 'Difficulté',
    group: 'Groupe de difficultés',
    municipality: 'Commune',
    verdict: 'Plus que le hasard ?',
    time: 'Temps de travail',
    reason: 'Raison',
    now: 'depuis la date',
    before: 'période de comparaison',
    week: 'Semaine du',
    answer: 'Réponse',
    sender: 'Expéditeur',
    outcome: 'Issue',
    profession: 'Métier',
  },
  verdict: {
    rise: 'oui, en hausse',
    fall: 'oui, en baisse',
    none: 'pas de changement net',
  },
  trend: {
    title: '{{name}}, dossiers par mois',
    none: 'Aucun mois complet pour le moment.',
    expected: 'fourchette attendue',
    signal: 'hors de la fourchette',
    signalSince: 'signal depuis {{month}}',
    running: 'en cours',
    note: 'Un dossier compte une fois par difficulté qu’il mentionne, au mois où il a été ouvert.',
  },
  slopes: {
    title: 'D’une période à l’autre',
    note: '▲ et ▼ : plus que le hasard n’explique, toutes les difficultés jugées ensemble. Celles-ci et les plus fréquentes sont dessinées ; le tableau les a toutes.',
  },
  matrix: {
    title: 'Quelle difficulté dans quel secteur',
    note: 'Dossiers ouverts depuis la date, une fois par difficulté.',
  },
  map: {
    title: 'Dossiers par commune',
    beside: '{{name}} : {{count}}',
    note: 'Dossiers ouverts depuis la date, là où se trouve l’entreprise.',
  },
  unmet: {
    title: 'Où l’aide manque',
    note: 'Fois où personne ne pouvait prendre le dossier, par difficulté principale et zone.',
  },
  flow: {
    title: 'D’où viennent les demandes et ce qu’elles deviennent',
    from: 'De',
    to: 'Vers',
    answer: 'Réponse',
    way: 'De → vers',
    note: 'Demandes envoyées et réponses données depuis la date ; une réponse peut concerner une demande plus ancienne.',
  },
  wait: {
    answer: 'Combien de temps on attend une réponse',
    contact: 'De l’acceptation au premier contact',
    end: 'De l’acceptation à la fin de l’aide',
    hours: '{{time}} h',
    days: '{{time}} j',
    longer: '> 60 j',
    half: 'la moitié : {{time}}',
    most: 'neuf sur dix : {{time}}',
    note: 'Temps de travail ; un jour compte 8 heures. Chaque colonne va jusqu’à la durée indiquée.',
  },
  declines: {
    title: 'Pourquoi on décline',
    note: 'Le trait marque la période de comparaison.',
  },
  balance: {
    title: 'Ouverts, clôturés, en cours',
    opened: 'ouverts',
    closed: 'clôturés',
    inProgress: 'en cours',
    note: 'Les dossiers rouverts comptent parmi les ouverts. En cours : tout ce qui est entré moins tout ce qui est sorti. L’historique importé ne contient que des dossiers clôturés : peu avant le début de Relais, trop peu semblent en cours.',
  },
  followUp: {
    title: 'Six et douze mois après',
    note: 'Suivis notés ou manqués depuis la date.',
  },
  'own-received': {
    title: 'Demandes reçues et réponses, par semaine',
    received: 'reçues',
    accepted: 'acceptées',
    notAccepted: 'non acceptées',
    declined: 'déclinées',
    expired: 'sans réponse',
    note: 'Une demande compte la semaine où elle a été envoyée, une réponse la semaine où elle a été donnée.',
  },
  'own-answers': {
    title: 'Nos réponses',
    note: 'Les demandes rappelées ou prises par un autre service avant une réponse n’en ont pas.',
  },
  'own-from': {
    title: 'De qui viennent les demandes',
    note: 'Le métier du service qui a envoyé la demande.',
  },
  'own-outcomes': {
    title: 'Issue de nos aides',
    note: 'Aides clôturées dans ces semaines.',
  },
  'own-sent': {
    title: 'À qui nous passons le relais',
    note: 'Demandes envoyées par nos services dans ces semaines.',
  },
};

/** The words of figures; the French ones give the keys. */
export type Texts = typeof fr;
