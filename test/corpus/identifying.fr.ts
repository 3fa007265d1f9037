import { holding } from './sentences.js';
import type { IdentifyingSentence } from './sentences.js';

/** French sentences of case work that give somebody away; all people, firms and numbers are invented. */
export const identifyingFrench: readonly IdentifyingSentence[] = [
  ...holding(
    ['email'],
    `
    Merci d'envoyer le plan d'apurement à comptoir.marolles@exemple.be avant vendredi.
    Elle préfère être contactée par mail : atelier_lune+tva@courriel.test.
    Son adresse est fournil.dore (at) exemple.be, pas de téléphone pour l'instant.
    Écrire à lola arobase gmail point com, il lit ses messages le soir.
    Boîte pro : compta [at] exemple [point] be.
    Le bilan a été transmis par ｓｎａｃｋ＠ｅｘｅｍｐｌｅ．ｂｅ la semaine passée.
    Adresse donnée à l'accueil : snack.midi @ exemple . be
    Les rappels de la caisse sociale arrivent sur facture@exemple.brussels et restent non lus.
    Mail de secours : m​a​r​o​l​l​e@exemple.be (ancienne boîte bloquée).
    `,
  ),
  ...holding(
    ['phone'],
    `
    Joignable au 0470 12 34 56 après la fermeture du magasin.
    Le fixe du commerce est le 02/345.67.89, souvent coupé.
    Rappeler au +32 470 12 34 56 pour fixer la médiation.
    Numéro étranger : +33 6 12 34 56 78, elle est repartie en France.
    Depuis le Maroc on peut le joindre au 00212 661 23 45 67.
    GSM 0485/99.88.77, uniquement le matin.
    Tél. : 345 67 89, demander la patronne.
    Il a laissé 0032 (0)2 345 67 89 sur le répondeur de l'aide aux indépendants.
    Son numéro est le ０４７０ １２ ３４ ５６ mais il ne décroche plus.
    Contact possible au 0497-65-43-21 pendant la pause de midi.
    Appeler le 04 70 65 43 21 avant la visite de l'huissier.
    Le mari est au 081 23 45 67 en journée.
    `,
  ),
  ...holding(
    ['iban'],
    `
    Le solde doit être versé sur BE65 9990 0123 4596 avant la saisie.
    Compte bloqué : BE10999077700104, la banque refuse tout crédit.
    Elle encaisse sur un compte français FR55 2004 1990 0505 0001 3M02 606.
    Le fournisseur réclame 4 500 € sur NL05 TEST 0417 1643 00.
    Compte saisi : be17-9991-2345-6721.
    Ancien numéro de compte 999-0012345-96, encore sur les factures.
    Le loyer part du LU04.9990.1234.5678.9012 chaque premier du mois.
    Remboursement attendu sur BE22​9995​5501​2347.
    `,
  ),
  ...holding(
    ['enterprise-number'],
    `
    Dossier TVA BE 0199.123.479, trois trimestres impayés.
    Numéro d'entreprise 0198.765.470, activité de restauration.
    Inscrite à la BCE sous le 0177003125 depuis 2019.
    L'ONSS réclame 18 000 € au n° 0155 090 231.
    La nouvelle société porte le 1912.004.513.
    BE0144077761 a déposé le bilan hier.
    Numéro à vérifier : 0188/221/075.
    Elle a cité 0166-041-828 comme entreprise principale.
    `,
  ),
  ...holding(
    ['national-register-number'],
    `
    Registre national 85.07.30-999.32, à ne pas diffuser.
    NISS : 72021499910, carte expirée.
    Le NRN 02.03.17-999.38 figure sur l'attestation de la mutuelle.
    Numéro BIS 85.27.30-999.75, en attente de régularisation.
    Identifiée par le 79 04 19 000 50 auprès de la caisse sociale.
    `,
  ),
  ...holding(
    ['web-address'],
    `
    Le site www.fournil-des-marolles.be est encore en ligne.
    Voir https://exemple.com/boutique/avis pour les plaintes de clients.
    Elle vend surtout via chocolats-midi.be depuis le confinement.
    Les photos du litige sont sur facebook.com/lesdelicesdumidi.
    Il fait sa publicité sous @les_delices_du_midi.
    Page Instagram : atelier_lune_1060, seule source de revenus.
    Son ancien site fournil-dore point be renvoie vers une autre société.
    Les commandes passent par wa.me/32470123456 et rien n'est facturé.
    Le catalogue est sur fournil[.]brussels depuis hier.
    `,
  ),
  ...holding(
    ['street-address'],
    `
    L'atelier est sq. Ambiorix 14, au rez-de-chaussée.
    Courrier à l'imp. du Sureau 3, boîte 2.
    Elle loue au 27, ch. de Vleurgat.
    Local vide : Chée. de Haecht 312.
    Siège : Sq. Marie-Louise 41, 1000 Bruxelles.
    Le commerce se trouve rue Neuve 12, en face du métro.
    Elle habite au 45 de la rue des Tanneurs, au-dessus de l'atelier.
    Bail signé pour l'avenue Louise 149 boîte 3.
    Siège déplacé au 12, chaussée de Charleroi.
    L'huissier est passé au 7bis rue Haute mardi matin.
    Local vide : Chaussée de Wavre, n° 318, 1050 Ixelles.
    Restaurant ouvert place du Jeu de Balle 61 depuis six ans.
    Le propriétaire du bd. Anspach 85 refuse tout étalement.
    Courrier à envoyer boulevard du Midi 40, 1000 Bruxelles.
    Elle a laissé les machines au 22 quai au Foin.
    Entrepôt situé drève de Lorraine 9.
    Adresse : rue du marché aux herbes 14.
    Le snack de l'av. de Stalle 77 est fermé depuis la visite de l'inspection.
    `,
  ),
  ...holding(
    ['person-name'],
    `
    Dupont, Jean : plan d'apurement à revoir.
    À rappeler en priorité : Lambert, Sophie (dettes sociales).
    Le bail est au nom de la vve. Delvaux.
    La fam. Vermeersch tient le snack depuis 1998.
    Prof. Verstraeten suit son burn-out.
    MERTENSEN, Julie demande un délai.
    Monsieur Vandeput ne dort plus depuis la citation.
    Madame El Khoury demande un étalement sur douze mois.
    Mme Dubreucq a cédé ses parts à son frère.
    M. Tchoumi a perdu son principal client.
    Le gérant s'appelle Olivier et vit séparé de sa femme.
    Elle se nomme Ouafae Bensaïd, coiffeuse à Jette.
    La plainte vise un nommé Karel, ancien vendeur.
    Sa femme, Yasmina, tient la caisse sans être déclarée.
    Époux Lambrechts en conflit sur la maison familiale.
    Son mari Mourad a signé la caution.
    Contactez Sandrine avant la réunion avec la banque.
    Gérant Marc Dupont, trois dettes sociales ouvertes.
    Pierre Lejeune craint la faillite personnelle.
    Dossier suivi pour Fatima Zahra Ouali, traiteur.
    La veuve Martens reprend seule l'atelier.
    Famille Benkirane : deux enfants, loyer impayé.
    Le bailleur Jean-Claude Wauters refuse la renonciation au bail.
    Nom : Kowalczyk, artisan plafonneur.
    DUPONT Marie est en burn-out depuis mars.
    Bonjour Nathalie, voici le bilan demandé.
    Mohamed B. a contesté la contrainte de l'ONSS.
    monsieur peeters ne répond plus aux courriers.
    Il craint la réaction d'Ahmed Yilmaz, son ancien associé.
    Selon Abdelkader, tout est réglé avec le propriétaire.
    Elle a repris l'épicerie de Mustapha sans contrat écrit.
    Je suis Nadia, coiffeuse, et je n'y arrive plus.
    Mme VAN DER ELST conteste l'état des lieux.
    Karima a perdu la moitié de sa clientèle.
    Maître Vanhamme demande un délai supplémentaire.
    Le dossier est au nom de Thibault, pas de la société.
    Boulangerie Dupont SRL doit trois mois de loyer.
    La SPRL Les Délices du Midi a été citée en faillite.
    Cordonnerie Haddad est fermée depuis l'inondation.
    Le fournisseur Van Hove & Fils bloque les livraisons.
    Menuiserie Claes S.R.L. cherche un repreneur.
    L'ASBL Tremplin Jeunesse n'a plus de subside.
    `,
  ),
  ...holding(['phone', 'person-name'], `Appeler Mme Verstraeten au 0486 11 22 33 après 18 h.`),
  ...holding(['person-name', 'street-address'], `M. Ben Salah exploite un snack rue de Brabant 214.`),
  ...holding(['enterprise-number', 'person-name'], `Garage Piron SRL, BCE 0123.045.686, demande un sursis.`),
  ...holding(['email', 'phone'], `Réponse souhaitée par mail (bar.central@exemple.be) ou au 0479/22.33.44.`),
];
