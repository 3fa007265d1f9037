import type { Region } from './region.js';

const place = (fr: string, nl: string, column: number, row: number) => ({
  label: { fr, nl, en: fr },
  tile: [column, row] as const,
});

/** Brussels-Capital: 19 municipalities, Belgian public holidays. */
export const brussels: Region = {
  code: 'brussels-capital',
  label: { fr: 'Région de Bruxelles-Capitale', nl: 'Brussels Hoofdstedelijk Gewest', en: 'Brussels-Capital Region' },
  municipalities: {
    '21001': place('Anderlecht', 'Anderlecht', 1, 3),
    '21002': place('Auderghem', 'Oudergem', 5, 4),
    '21003': place('Berchem-Sainte-Agathe', 'Sint-Agatha-Berchem', 0, 2),
    '21004': place('Bruxelles', 'Brussel', 2, 1),
    '21005': place('Etterbeek', 'Etterbeek', 4, 3),
    '21006': place('Evere', 'Evere', 4, 1),
    '21007': place('Forest', 'Vorst', 1, 4),
    '21008': place('Ganshoren', 'Ganshoren', 0, 1),
    '21009': place('Ixelles', 'Elsene', 3, 3),
    '21010': place('Jette', 'Jette', 1, 0),
    '21011': place('Koekelberg', 'Koekelberg', 1, 1),
    '21012': place('Molenbeek-Saint-Jean', 'Sint-Jans-Molenbeek', 1, 2),
    '21013': place('Saint-Gilles', 'Sint-Gillis', 2, 3),
    '21014': place('Saint-Josse-ten-Noode', 'Sint-Joost-ten-Node', 3, 2),
    '21015': place('Schaerbeek', 'Schaarbeek', 3, 1),
    '21016': place('Uccle', 'Ukkel', 2, 4),
    '21017': place('Watermael-Boitsfort', 'Watermaal-Bosvoorde', 4, 4),
    '21018': place('Woluwe-Saint-Lambert', 'Sint-Lambrechts-Woluwe', 5, 2),
    '21019': place('Woluwe-Saint-Pierre', 'Sint-Pieters-Woluwe', 5, 3),
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
};
