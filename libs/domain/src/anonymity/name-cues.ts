import { wordSet } from './tokens.js';

const phrases = (list: string): readonly (readonly string[])[] =>
  list
    .trim()
    .split(/\s*[,\n]\s*/)
    .map((phrase) => phrase.split(' '));

/** Titles: the capitalised word after one is a name. */
export const titles = wordSet(`
  monsieur madame mademoiselle messieurs mesdames mme mmes mlle mlles mr mrs ms miss mister mevrouw mevr mw mijnheer meneer dhr heer
  heren juffrouw maître maitre meester sieur dr docteur dokter doctor`);

/** Titles and words of kin that are shortened with a full stop; without it they mean something else. */
export const shortTitles = wordSet('fam hr wed vve echtg prof ir ing drs');

/** Words after which a name is given outright. */
export const namingCues = phrases(`
  s' appelle, m' appelle, s' appelait, appelle, appelé, appelée, nomme, nommé, nommée, nommés, dénommé, dénommée, dénommés, prénommé,
  prénommée, surnommé, surnommée, prénom, nom, nom de famille, au nom de, dit, dite, alias, signé, heet, heette, heten, genaamd, genoemd,
  noemt zich, noemt, naam, voornaam, familienaam, achternaam, naam is, op naam van, in naam van, ondertekend, bijgenaamd, called, named,
  nicknamed, name, name is, name was, first name, surname, last name, in the name of, known as, signed`);

/** Words for people close to the entrepreneur. */
export const relationCues = wordSet(`
  époux épouse mari femme conjoint conjointe compagnon compagne fils fille frère soeur père mère cousin cousine oncle tante neveu nièce
  beau-frère beau-père belle-soeur belle-mère ex-mari ex-femme ex-époux ex-épouse ex-compagnon ex-compagne veuve veuf associé associée
  ami amie fiancé fiancée parrain vrouw man echtgenoot echtgenote zoon dochter broer zus zuster vader moeder neef nicht oom schoonbroer
  schoonzus schoonvader schoonmoeder ex-man ex-vrouw weduwe weduwnaar vriend vriendin vennoot vennote zaakpartner partner wife
  husband daughter brother sister father mother uncle aunt nephew niece brother-in-law sister-in-law ex-wife ex-husband widow
  widower cousin friend spouse fiancée co-owner cofounder co-founder famille familie gezin couple consorts family ménage fam`);

/** Words that send somebody to a person. */
export const contactCues = wordSet(`
  contactez contacter contacte contactons appelez appeler rappeler rappelez joindre prévenir bel bellen belde gebeld contacteer
  contacteren spreek spreken opbellen contact call phone ask reach email`);

/** Functions that are held by one person: the capitalised word after one is a name. */
export const functionCues = wordSet(`
  gérant gérante zaakvoerder zaakvoerster bestuurder administrateur administratrice directeur directrice director huissier notaire
  notaris avocat avocate advocaat advocate deurwaarder gerechtsdeurwaarder curateur curatrice manager patron patronne uitbater uitbaatster
  exploitant exploitante titulaire signataire fondateur fondatrice oprichter oprichtster founder owner ceo`);

/** Parties that may be firms too: after one only a known first name or surname, or two unknown capitalised words, are a name. */
export const partyCues = wordSet(`
  client cliente klant klante bailleur bailleresse verhuurder landlord propriétaire eigenaar eigenares locataire huurder tenant fournisseur
  leverancier supplier entrepreneur entrepreneure ondernemer ondernemster indépendant indépendante zelfstandige comptable boekhouder
  boekhoudster accountant médiateur médiatrice bemiddelaar mediator psychologue psycholoog psychologist coach conseiller conseillère
  adviseur adviser advisor lawyer solicitor bailiff employé employée werknemer werkneemster medewerker employee vendeur vendeuse
  verkoper collègue collega colleague actionnaire aandeelhouder shareholder créancier schuldeiser creditor débiteur schuldenaar chef
  cuisinier kok cook serveur ober restaurateur boulanger bakker coiffeur coiffeuse kapper kapster stagiaire apprenti
  trainee candidat kandidaat garant caution borg repreneur overnemer buyer personne persoon person`);

/** Greetings, closings and small words: after one a first name that is no ordinary word is a name. */
export const greetingCues = wordSet(`
  bonjour bonsoir cher chère salut beste hallo dag geachte dear hello hi cordialement groeten groetjes regards mvg merci thanks bedankt
  avec met with chez bij bien selon volgens ici suis ben am de d' van à aan naar voor pour door par of for by to et en and`);

/** Verbs of which a first name may be the subject. */
export const subjectVerbs = wordSet(`
  a est avait était n' ne va veut doit peut souhaite dit demande travaille vit gère explique refuse craint pense sera aura vient heeft is
  was had wil moet kan zal zegt vraagt werkt woont vreest denkt wordt werd komt gaat has will wants must can said says asks works lives
  runs owns feels fears needs`);

/** Small words that belong to a surname. */
export const particles = wordSet(`
  van de den der du des le la el al ben bin von di da dos del della ter ten aït ait ould abu abou st saint sainte mc mac d' l' vande
  vanden vander`);

/** Businesses that are often called after their owner. */
export const shopWords = wordSet(`
  boulangerie pâtisserie boucherie restaurant café brasserie snack pizzeria salon garage pharmacie friterie taverne librairie épicerie
  traiteur bistro bistrot hôtel cordonnerie menuiserie plomberie fleuriste imprimerie carrosserie société firme enseigne maison ets
  établissements bakkerij slagerij frituur kapsalon apotheek drankenhandel schrijnwerkerij loodgieter bloemenwinkel drukkerij
  firma zaak winkel eetcafé taverne broodjeszaak bakery butcher pub shop hotel grocery company firm nettoyage
  schoonmaakbedrijf bouwbedrijf`);

/** Words before which a person's name is the name of a place, a law or a prize. */
export const placeWords = wordSet(`
  rue avenue boulevard place square chaussée allée quai clos drève parc bois station gare métro metro arrêt halte hôpital clinique
  ziekenhuis kliniek institut instituut école school lycée athénée collège college université universiteit stade stadion théâtre theater
  centre centrum quartier wijk galerie galerij pont brug tour toren porte poort tunnel viaduc musée museum salle zaal fondation
  stichting prix prijs loi wet arrêté saint sainte sint roi koning reine koningin prince prins laan straat plein park library hospital
  street avenue line bibliothèque bibliotheek`);
