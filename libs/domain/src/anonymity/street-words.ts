import { wordSet } from './tokens.js';

/** Words for a street that stand before its name and mean nothing else beside a number. */
export const strongStreetTypes = wordSet('rue avenue chaussée boulevard chée blvd bld bd av steenweg');

/** French words for a street that have other uses, so that a capitalised name must follow. */
export const weakStreetTypes = wordSet(`
  place square allée impasse quai clos drève passage galerie parvis sentier chemin rond-point esplanade venelle cité montée route
  ruelle val cours faubourg digue porte résidence villa pl r sq imp all ch chem rte`);

/** Street words that are usually shortened with a full stop. */
export const shortenedStreetTypes = wordSet('av bd bld blvd chée pl r sq imp all ch chem rte');

/** Of these, those that mean something else without the full stop. */
export const dottedStreetTypes = wordSet('r imp all ch chem');

/** What may stand between the capitalised words of a French street name. */
export const streetConnectors = wordSet(
  "de du des la le les l' d' aux au à en et saint sainte st ste sous sur lès op naar",
);

/** Words that end a street name written in small letters. */
export const streetStops = wordSet(`
  depuis pour avec il elle ils elles on nous vous je qui que où est sont était dans par mais donc car ou ni sans plus moins entre
  vers chez a ont avait doit peut compte comme quand après avant pendant durant environ toutes tous ne n' y commerçante commerciale
  piétonne entière principale fermée barrée`);

/** Dutch and German street endings that need no capital. */
export const strongStreetEnding = /^\p{L}[\p{L}'-]{1,40}(?:straat|laan|steenweg|plein|dreef|straße|strasse)$/u;

/** How Dutch endings are shortened, with a full stop or without. */
export const shortenedStreetEnding = /^\p{L}[\p{L}'-]{1,40}(?:str|ln|stwg|stw|pln)$/u;

/** Dutch street endings that ordinary words have as well: only with a capital and with nothing but an address after the number. */
export const weakStreetEnding =
  /^\p{L}[\p{L}'-]{1,40}(?:weg|lei|dijk|kaai|hof|gracht|baan|pad|park|berg|markt|singel|wal|vest|vaart|poort|kouter|wegel|steeg|square|plaats)$/u;

/** Ordinary Dutch words with a street's ending. */
export const notStreets = wordSet(`
  onderweg vanweg vandaag allerlei velerlei tweeërlei loopbaan gerechtshof arbeidshof arbeidsmarkt huurmarkt woningmarkt
  vastgoedmarkt markt werkplaats standplaats parkeerplaats winkelstraat hoofdstraat zijstraat handelsstraat dorpsplein marktplein
  zijweg uitweg omweg snelweg spoorweg halverweg rijbaan autobaan jobmarkt kerstmarkt rommelmarkt zwendel achterweg werkdijk`);

/** English street words. */
export const englishStreetTypes = wordSet(
  'street road avenue lane square drive boulevard terrace crescent mews gardens rd st ave blvd sq',
);

/** English street words that also begin a name: `St Gilles`. */
export const leadingStreetTypes = wordSet('st sq');

/** What may announce a house number. */
export const numberWords = wordSet('numéro numero nr no n nummer number huisnummer num');

/** Words after a number which show that it counts something and is no house number. */
export const countedThings = wordSet(`
  mois jours jour semaines semaine an ans années heures heure h euros euro eur k km m m2 mètres employés employées salariés commerces
  magasins clients personnes fois cellules dossiers logements appartements parkings emplacements points chambres boutiques
  restaurants cafés indépendants entrepreneurs commerçants maanden maand dagen dag weken week jaar jaren uur keer winkels zaken werknemers
  handelaars panden procent meter months month days weeks years hours shops businesses employees metres meters times percent pourcent
  stores traders retailers cases tenants units cafes pubs handelszaken ondernemers
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre januari februari maart april mei juni juli
  augustus september oktober november december january february march may june july august october`);
