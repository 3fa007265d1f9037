import type { Region } from './region.js';

const areas = {
  west: { label: { fr: 'ouest', nl: 'west', en: 'west' } },
  centre: { label: { fr: 'centre et nord', nl: 'centrum en noord', en: 'centre and north' } },
  'south-east': { label: { fr: 'sud et est', nl: 'zuid en oost', en: 'south and east' } },
} as const;

const place = (area: keyof typeof areas, fr: string, nl: string, column: number, row: number) => ({
  area,
  label: { fr, nl, en: fr },
  tile: [column, row] as const,
});

/** Brussels-Capital: 19 municipalities, Belgian public holidays. */
export const brussels: Region = {
  code: 'brussels-capital',
  label: { fr: 'Région de Bruxelles-Capitale', nl: 'Brussels Hoofdstedelijk Gewest', en: 'Brussels-Capital Region' },
  areas,
  /** NIS of the region and of its one district, NUTS 1 to 3, ISO 3166-2. */
  statisticalCodes: ['04000', '21000', 'BE1', 'BE10', 'BE100', 'BE-BRU'],
  municipalities: {
    '21001': place('west', 'Anderlecht', 'Anderlecht', 1, 3),
    '21002': place('south-east', 'Auderghem', 'Oudergem', 5, 4),
    '21003': place('west', 'Berchem-Sainte-Agathe', 'Sint-Agatha-Berchem', 0, 2),
    '21004': place('centre', 'Bruxelles', 'Brussel', 2, 1),
    '21005': place('south-east', 'Etterbeek', 'Etterbeek', 4, 3),
    '21006': place('centre', 'Evere', 'Evere', 4, 1),
    '21007': place('south-east', 'Forest', 'Vorst', 1, 4),
    '21008': place('west', 'Ganshoren', 'Ganshoren', 0, 1),
    '21009': place('south-east', 'Ixelles', 'Elsene', 3, 3),
    '21010': place('west', 'Jette', 'Jette', 1, 0),
    '21011': place('west', 'Koekelberg', 'Koekelberg', 1, 1),
    '21012': place('west', 'Molenbeek-Saint-Jean', 'Sint-Jans-Molenbeek', 1, 2),
    '21013': place('centre', 'Saint-Gilles', 'Sint-Gillis', 2, 3),
    '21014': place('centre', 'Saint-Josse-ten-Noode', 'Sint-Joost-ten-Node', 3, 2),
    '21015': place('centre', 'Schaerbeek', 'Schaarbeek', 3, 1),
    '21016': place('south-east', 'Uccle', 'Ukkel', 2, 4),
    '21017': place('south-east', 'Watermael-Boitsfort', 'Watermaal-Bosvoorde', 4, 4),
    '21018': place('south-east', 'Woluwe-Saint-Lambert', 'Sint-Lambrechts-Woluwe', 5, 2),
    '21019': place('south-east', 'Woluwe-Saint-Pierre', 'Sint-Pieters-Woluwe', 5, 3),
  },
  calendar: {
    opens: 9 * 60,
    closes: 17 * 60,
    weekdays: [1, 2, 3, 4, 5],
    fixedHolidays: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
    easterHolidays: [1, 39, 50],
    winterOffsetHours: 1,
    summerTime: true,
  },
  timeZone: 'Europe/Brussels',
  // As these bodies told it themselves in November 2026; the statement sends people to their sites for what may change.
  redress: {
    law: {
      fr: 'l’ordonnance du 4 octobre 2018 relative à l’accessibilité des sites internet et des applications mobiles des organismes publics régionaux et des communes',
      nl: 'de ordonnantie van 4 oktober 2018 inzake de toegankelijkheid van de websites en mobiele applicaties van de gewestelijke overheidsinstanties en de gemeenten',
      en: 'the Brussels ordinance of 4 October 2018 on the accessibility of the websites and mobile applications of regional public bodies and municipalities',
    },
    name: { fr: 'Ombuds Bruxelles', nl: 'Ombuds Brussel', en: 'Ombuds Brussels' },
    site: {
      fr: 'https://www.ombuds.brussels/fr',
      nl: 'https://www.ombuds.brussels/nl',
      en: 'https://www.ombuds.brussels/en',
    },
    phone: '+32 2 549 67 00',
    post: {
      fr: 'Place de la Vieille Halle aux Blés 1, 1000 Bruxelles',
      nl: 'Oud Korenhuis 1, 1000 Brussel',
      en: 'Place de la Vieille Halle aux Blés 1, 1000 Brussels',
    },
    remit: {
      fr: 'les services publics régionaux et communaux de la Région de Bruxelles-Capitale',
      nl: 'de gewestelijke en gemeentelijke overheidsdiensten van het Brussels Hoofdstedelijk Gewest',
      en: 'the regional and municipal public services of the Brussels-Capital Region',
    },
    // Named by the government in 2022 (its decree of 5 May carries out the ordinance): L’Avenir, 6 May 2022, and L’Echo, January 2024.
    monitor: { name: 'equal.brussels', site: 'https://equal.brussels' },
    others: 'https://www.ombudsman.be',
  },
  locales: { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' },
};
