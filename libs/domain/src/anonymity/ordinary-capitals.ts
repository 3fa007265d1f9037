import { wordSet } from './tokens.js';

/** Words that begin sentences, and placeholders: never a name, whatever stands before them. */
export const functionWords = wordSet(`
  le la les l' un une des du de d' et ou mais donc car il elle ils elles on nous vous je tu ce cet cette ces c' son sa ses leur leurs
  mon ma mes notre nos votre vos qui que qu' quand si s' en y n' ne pas plus très trop au aux à a dans par pour sur sous avec sans chez
  depuis après avant pendant entre selon suite malgré comme tout tous toute toutes aucun aucune chaque même autre autres est sont était
  a ont avait sera doit peut voir merci bonjour voici voilà non oui aussi ainsi alors lors dès vu faute grâce aujourd'hui
  de het een en of maar dus want hij zij ze we wij jullie ik je u men dit dat deze die er hier daar zijn haar hun ons onze mijn
  wie wat waar wanneer als indien om op in aan bij met zonder voor door van uit over onder naar tot tegen tijdens sinds na volgens
  ook nog al niet geen wel heel alle elke ieder iedere is was wordt werd heeft had kan moet wil zal zou ja nee bedankt beste graag dank
  the a an and or but so he she they we i you it this that these those there here his her their our my your its who what where when
  if in on at by with without for from to of over under until since after before during about not no yes also all each every is was
  are were has had have can must will would should thanks please as because while both some any one two three another
  x y z xx xy xxx xyz nn n.n. anonyme anoniem anonymous onbekend inconnu unknown`);

/** Professions, functions and parties: "Madame la Bourgmestre" and "le gérant" name nobody. */
export const roleWords = wordSet(`
  client cliente klant médiateur médiatrice bemiddelaar bemiddelaarster mediator comptable boekhouder accountant psychologue psycholoog
  psychologist avocat avocate advocaat advocate lawyer coach curateur curatrice curator juge rechter judge président présidente voorzitter
  directeur directrice director gérant gérante zaakvoerder zaakvoerster bestuurder administrateur administratrice manager notaire notaris
  notary huissier deurwaarder gerechtsdeurwaarder bailiff bourgmestre burgemeester mayor ministre minister échevin schepen fonctionnaire
  ambtenaar agent conseiller conseillère adviseur adviser advisor consultant fiscaliste réviseur revisor bailleur verhuurder landlord
  propriétaire eigenaar owner locataire huurder tenant fournisseur leverancier supplier banquier bankier banker associé associée
  vennoot partner entrepreneur entrepreneure ondernemer ondernemster indépendant indépendante zelfstandige collègue collega colleague
  collègues docteur docter dokter doctor médecin arts maître meester professeur général générale financier financière commercial
  commerciale technique délégué déléguée gedelegeerd financieel commercieel general managing executive finance operations sales support
  adjoint praticien liquidateur vereffenaar liquidator syndic syndicus kok cuisinier chef serveur ober caissier expert procureur
  secrétaire secretaris coordinateur coordinatrice coördinator coordinator responsable verantwoordelijke personne persoon person
  famille familie family gezin buyer seller employee employer beneficiary business centre center details form line desk`);

const calendar = `
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre januari februari maart april mei juni juli
  augustus september oktober november december january february march may june july august october lundi mardi mercredi jeudi vendredi
  samedi dimanche maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
  noël pâques kerstmis pasen christmas easter ramadan covid corona brexit`;

const places = `
  anderlecht auderghem oudergem berchem berchem-sainte-agathe sint-agatha-berchem bruxelles brussel brussels bruxelles-ville etterbeek
  evere forest vorst ganshoren ixelles elsene jette koekelberg molenbeek molenbeek-saint-jean sint-jans-molenbeek saint-gilles
  sint-gillis saint-josse saint-josse-ten-noode sint-joost sint-joost-ten-node schaerbeek schaarbeek uccle ukkel watermael-boitsfort
  watermaal-bosvoorde woluwe woluwe-saint-lambert woluwe-saint-pierre sint-lambrechts-woluwe sint-pieters-woluwe laeken laken haren
  neder-over-heembeek matonge marolles marollen flagey châtelain dansaert anvers antwerpen antwerp gand gent ghent liège luik namur
  namen charleroi mons bergen louvain leuven bruges brugge malines mechelen hal halle vilvorde vilvoorde zaventem wavre waver nivelles
  nijvel waterloo tournai doornik hasselt genk ostende oostende courtrai kortrijk alost aalst belgique belgië belgium france frankrijk
  nederland pays-bas netherlands duitsland allemagne germany luxembourg luxemburg europe europa flandre vlaanderen flanders wallonie
  wallonië wallonia maroc marokko morocco turquie turkije turkey pologne polen poland roumanie roemenië romania italie italië italy
  espagne spanje spain portugal congo syrie syrië ukraine oekraïne londres londen london paris parijs amsterdam lille rijsel gare midi
  zuid nord noord centre louise avenue porte région gewest region royaume koninkrijk`;

const peoples = `
  belge belges belgisch belgische belgian français française frans franse french néerlandais nederlands nederlandse nederlandstalig
  nederlandstalige dutch flamand flamande vlaams vlaamse flemish wallon wallonne waals waalse walloon bruxellois bruxelloise brusselse
  brusselaar anglais anglaise engels engelse english allemand duits duitse german européen européenne europees europese european
  marocain marokkaans marokkaanse moroccan turc turque turks turkse turkish polonais pools poolse polish roumain roemeens roemeense
  romanian italien italiaans italiaanse italian espagnol spaans spaanse spanish portugais portugees portugese portuguese franstalig
  franstalige francophone néerlandophone arabe arabisch arabic congolais congolees congolese`;

const institutions = `
  onss rsz rsvz inasti onem rva spf fod bce kbo tva btw vat ipp isoc cde wer cpas ocmw vdab forem actiris unizo voka ucm beci itaa ipcf
  bemediation revival oasis febelfin reload yourself hub finance invest un pass impasse brulocalis citydev innoviris credal crédal
  microstart fairfin tribunal rechtbank court cour hof conseil raad council commission commissie chambre kamer chamber banque bank
  caisse kas fonds fund parquet parket greffe griffie état staat state ville stad commune gemeente ordre orde moniteur staatsblad
  securex partena acerta liantis xerius sd worx groups ucm-secretariat proximus telenet orange voo scarlet engie electrabel luminus
  mega eneco totalenergies sibelga vivaqua fluvius ores ing kbc cbc bnp paribas fortis belfius crelan argenta triodos beobank
  deutsche axa ag ethias allianz baloise graydon creditsafe deliveroo uber eats takeaway airbnb booking google facebook instagram
  whatsapp excel colruyt delhaize carrefour lidl aldi makro metro bpost stib mivb sncb nmbs renault volkswagen peugeot citroën bmw
  mercedes toyota ford opel odoo exact winbooks regsol sabam afsca favv horeca fedasil médecin tracfin peppol google microsoft
  teams zoom linkedin tele-onthaal télé-accueil infor-gas-elec infor-gazelec wallonie-entreprendre participatiefonds ombudsfin ombudsman médiation bemiddeling mediation 1819 ohada
  société générale vennootschap company firme firma crédit krediet credit service dienst desk helpdesk ministère ministerie ministry`;

const businessWords = `
  srl bv sa nv sprl bvba snc vof asbl vzw anonyme simple privée limited law insolvency bankruptcy faillite faillissement prj pri
  gmail outlook internet wifi euro euros eur pme kmo sme rgpd gdpr avg art article artikel boek livre loi wet code wetboek plan
  covid-19 pos iban dossier case zaak contact téléphone telefoon phone email mail e-mail adresse adres address monsieur madame
  mevrouw mijnheer meneer mr mrs ms mister mme mlle dhr cher chère geachte dear nom naam name prénom voornaam urgent`;

/** Capitalised words that are no name after a cue: the calendar, places, peoples, institutions and the language of the trade. */
export const ordinaryCapitals: ReadonlySet<string> = new Set(
  [calendar, places, peoples, institutions, businessWords].flatMap((list) => [...wordSet(list)]),
);
