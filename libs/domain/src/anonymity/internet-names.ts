const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Top-level domains that make a bare word.word a web address. */
export const topLevelDomains = words(`
  be com org net eu brussels vlaanderen gent fr nl de lu uk ch io info biz shop store online site app dev tech pro pl pt ro tr ma
  tn dz cd bg gr ie dk se fi hu cz hr ru ua cn jp br ca mobi name tv cat coop museum jobs email agency restaurant bar cafe pizza
  boutique fashion beauty clinic dental doctor garage taxi group company services consulting design studio media events catering
  blog page cloud space website live life today world digital solutions finance legal immo gmbh ltd`);

/** Domains that are also short words of French, Dutch or English: they count only in an address that goes on with a path. */
export const domainsThatAreWords = words(`it me is in la to so no us at am my id et co ai gl ly cc ws im sh fm ee st`);

/** Mail providers, which need no domain ending to be recognised after "arobase" or "apenstaartje". */
export const mailProviders = words(`
  gmail googlemail hotmail outlook yahoo icloud live msn skynet proximus telenet scarlet voo proton protonmail gmx orange free laposte`);

/** Hosts of institutions and platforms that case work names and that say nothing about an entrepreneur. */
export const publicHosts = words(`
  hub.brussels info.hub.brussels finance.brussels invest.brussels 1819.brussels be.brussels actiris.brussels innoviris.brussels
  citydev.brussels visit.brussels perspective.brussels homegrade.brussels brugel.brussels parking.brussels environnement.brussels
  leefmilieu.brussels economie-emploi.brussels werk-economie-emploi.brussels fiscalite.brussels fiscaliteit.brussels mobilite.brussels
  equal.brussels social.brussels beci.be ucm.be unizo.be itaa.be febelfin.be bemediation.be unpassdanslimpasse.be oasis.brussels
  revival.brussels reloadyourself.be regsol.be eguichet.be myminfin.be belgium.be mediateurdelenergie.be ombudsfin.be
  booking.com bol.com airbnb.com amazon.com amazon.fr ubereats.com deliveroo.be takeaway.com`);

/** Whether a host is public: listed, or of the federal government. */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^www\d?\./, '');
  return publicHosts.has(name) || name.endsWith('.fgov.be') || name.endsWith('.belgium.be');
}
