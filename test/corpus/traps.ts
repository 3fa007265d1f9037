import { lines } from './sentences.js';

/** Fragments in three languages that only look like an identifier, written against the finished guard, which was then corrected. */
export const ordinaryTraps: readonly string[] = lines(`
  La caisse de Charleroi a répondu.
  Le fonds de commerce de Bruxelles
  De winkel van Evere
  Aide pour Molenbeek et Forest
  le loyer de Janvier
  Jan 2025 - Mar 2025
  un accord de Paris
  de Ramadan periode
  Le dossier de BECI et de l'UCM
  Van de klant geen nieuws.
  La dette de TVA
  parc de Josaphat
  rue de Stalle
  Le prix de Rome
  Le métro Delta et la station Roi Baudouin
  De bank van Breda
  accord de Bâle III
  normes IFRS, ratio EBITDA 12
  La méthode Kaizen
  formulaire C4 et 276C1
  C131A, U1, E104
  art. 1.8 WER
  T1 2025, T2 2025 et T3 2025
  2e trimestre 2025 : 3.500 €
  PRJ du 1/2/2025 au 1/8/2025
  RDV 05/06 à 10h, 12/06 à 11h, 19/06 à 9h
  du 01/02 au 28/02/2025
  De 4 à 5 employés depuis 2022 2023
  solde 1.234.567,89 €
  Dette totale : 1 234 567 890 €
  EUR 1.250.000
  Le compteur 541448860012345678 est bloqué.
  EAN 541448860012345678
  Réf. 2025-0012-4478
  Facture n° 20250012
  facture 2024/00123 du 12.04.2024
  factuur 2024000123 van 12/04/2024
  dossiernummer 0420250001
  +++090/9337/55493+++
  code NACE 56.101 et 47.110
  NIS 21004
  Code postal 1050
  1000 Bruxelles et 1080 Molenbeek
  de 1000 à 1500 euros
  rue commerçante de 300 m, 40 commerces
  La rue Haute compte 120 commerces.
  Rue Neuve : 12 vitrines vides
  Rue Neuve, 30 % de vide
  avenue Louise entre 2019 et 2023
  boulevard Anspach depuis 2015
  chaussée d'Ixelles, en 2024
  Place Flagey, 3 cafés ont fermé.
  Vlaanderen en Brussel
  Grote Markt in 2025
  High Street is empty
  Het plein telt 12 terrassen.
  He has 3 shops.
  Chapter 11
  Section 12 of the Act
  Book XX, Title V
  The Hague
  In the name of the company
  He is called upon to pay.
  She was named manager.
  The landlord called Monday.
  called Proximus about the line
  Contact the bank
  Email is fine.
  Ask Actiris
  Ask the CPAS
  named Buyer
  His partner Belgian
  her son Monday
  A friend of the family helps.
  Mr. X and Ms. Y
  Dr. of law
  Miss the deadline and it lapses.
  Missed calls
  Me too
  M. X
  Mme A.
  Mme N.
  Monsieur Z.
  Meester in de rechten
  Maître-nageur
  Dit is België
  dit Brussels project
  Dit Vlaamse plan
  heet water
  Het heet Oasis
  zijn man
  Zijn vrouw Belgische
  appelle Actiris
  Il appelle Madame
  On l'appelle demain.
  Bel Europa
  gérant Général
  directeur RH
  directeur ICT
  manager HR
  client B2B
  client Horeca
  fournisseur Metro
  leverancier Engie
  café Central
  restaurant Le Midi
  salon Beauté
  L'assurance Groupe
  BV in oprichting, NV of CV?
  Il a envoyé son CV à Actiris.
  SA responsabilité est engagée.
  SE lancer à nouveau
  Inc. and Ltd are foreign forms.
  De eenmanszaak werd een BV in 2022.
  Zelfstandige in bijberoep, nu BV
  De overgang EBVBA naar BV
  Fonctionnement SRL/BV
  La SCRL Européenne
  Hub.brussels
  HUB.BRUSSELS
  info via 1819.brussels
  www.hub.brussels
  finance & invest.brussels
  economie.fgov.be
  Facebook: plus aucune activité
  Instagram : 3 posts par semaine
  Le livre II.5
  alinéa 2.Il faut
  o.a.de bank
  ISO 9001:2015
  HACCP 2
  v2.0
  3.5 FTE
  1.5 ETP
  12.00-14.00
  24/7
  7/7
  B2B
  3x20
  50/50
  N+1
  L'indépendante craint de perdre son logement car la caution est personnelle.
  La procédure de médiation d'entreprise a démarré le 3 février.
  Le client a vendu sa voiture, une Peugeot de 2014, pour 4.300 €.
  Il a consulté le Service de Médiation de dettes de Saint-Josse.
  Le Tribunal du travail a accepté le règlement collectif de dettes.
  L'Ordre des Avocats propose une permanence de première ligne.
  La mutuelle Solidaris verse une indemnité de 62,08 € par jour.
  Partenamut et la Mutualité chrétienne demandent un certificat.
  Le loyer de l'entrepôt à Haren coûte 1.100 € HTVA.
  Le Fonds de garantie bruxellois couvre 80 % du crédit.
  Prochain rendez-vous : mardi 18 novembre à 10h15 chez BECI, salle 2.
  Elle a appelé SOS Faillite puis le 1819.
  Il faut demander l'avis de l'IRE et du CGSLB.
  La FGTB et la CSC suivent les deux ouvriers.
  Dyzo begeleidt zelfstandigen in Vlaanderen.
  Unizo en Markant verwezen door.
  Het Fonds voor Bestaanszekerheid betaalde 500 €.
  De Christelijke Mutualiteit vraagt een attest.
  Ze werkt met Odoo en Mollie, de betalingen lopen via Bancontact.
  Ontvangsten via Payconiq, Visa en Mastercard.
  Paiements par Bancontact, Payconiq ou PayPal.
  De voorraad komt uit Italië en Turkije.
  Vrijdag 12 december om 14u bij de notaris.
  Het contract met Luminus eindigt op 01/07/2026.
  The shop sells Italian wine and Belgian chocolate.
  The Enterprise Court granted the stay on Thursday 5 June.
  She uses Peppol since January and pays 19 euros a month.
  The Brussels Region closed the Tremplin scheme.
  Il importe du café d'Éthiopie et du thé de Chine.
  The Covid loan of BNP Paribas Fortis ends in June 2027.
  Les machines viennent d'Allemagne, la dette reste en Belgique.
  Le bail a été signé sous l'empire de la loi de 1951.
  Deux procédures : Conseil d'État et Cour d'appel de Bruxelles.
  Le Roi Baudouin était encore sur les billets.
  Elle a étudié à l'ULB, puis à la Solvay Brussels School.
  Un concurrent a ouvert en face, enseigne Carrefour Express.
  Il travaille aussi pour Uber le week-end.
  La direction Bruxelles Économie et Emploi a gelé la prime.
  Le Plan Good Move a réduit le passage.
  Le chantier du métro 3 gêne la place Bara.
  De werken aan metro 3 duren tot 2031.
  Le Pacte de relance, l'Agence du commerce et Atrium ont aidé.
  La Saint-Nicolas et la Saint-Valentin font 30 % des ventes.
  Valentijn en Moederdag zijn goed voor 30 % van de omzet.
  Kerstmis, Pasen en Sinterklaas zijn de drukste weken.
  Il vend des sapins à Noël et du muguet en mai.
  Franchise Pizza Hut, contrat jusqu'en 2030.
  Voiture Mercedes en leasing, solde 14.000 €.
  Le logiciel Winbooks n'est plus à jour.
  Il demande si l'article VI.83 CDE s'applique.
`);

/** Unusual writings of identifiers in three languages, invented, written against the finished guard, which was then corrected. */
export const identifyingTraps: readonly string[] = lines(`
  Gesproken met mevrouw An Peeters over het plan.
  Mevr. An belt morgen terug.
  Ze woont Steenweg op Bergen 45.
  Mme VAN DER ELST
  la belle-mère, Colette Van Damme
  het geld is van Tom
  l'idée vient de Samira
  Elle partage le local avec Ingrid et Joëlle.
  Le juge a entendu Rachid.
  De zoon Wouter werkt mee.
  Zijn dochter Emma betaalt de huur.
  Brigitte (56 ans) est fatiguée.
  Onze klant, Van den Bossche, is ziek.
  gevolmachtigde: Griet Claes
  Ondertekend door P. Vermeulen
  Le bailleur (M. Schmitz) refuse.
  Mr and Mrs Thompson run a pub.
  monsieur et madame Renard
  Monsieur et Madame Tshibangu
  ex-zaakvoerder Ludo Verbist
  l'ancien gérant, Salvatore Russo
  Bakkerij De Korenbloem BV
  Café 't Hoekske vof
  de vzw Samen Sterk
  L'asbl Les Petits Pas
  "Chez Momo" SRL
  SRL "Chez Momo"
  Dhr. J. Maes en mevr. L. Claes
  0470/12.34.56 of 02/345.67.89
  Tel. (02) 345 67 89
  02 345 6789
  0 470 12 34 56
  tel 0475.12.34 56
  +32.470.12.34.56
  (+32) 470 12 34 56
  +31 6 12345678
  +49 30 1234567
  mail:jan@voorbeeld.be;
  jan_peeters @ gmail.com
  jan.peeters at gmail.com
  jan.peeters[@]voorbeeld[.]be
  www .voorbeeld.be
  voorbeeld . be
  https://goo.gl/maps/abc
  BE 65 99900123 4596
  be65999001234596
  Rijksregister: 85.07.30 999 32
  BE0199.123.479 RPR Brussel
  RPM Bruxelles 0199.123.479
  KBO:0199.123.479
  rue de la Loi,16
  16, rue de la Loi
  Rue Théodore Verhaegen 150, 1060 Saint-Gilles
  au numéro 16 de la rue de la Loi
  Wetstraat 16 te 1000 Brussel
  Vooruitgangstraat 80 bus 5
  Boulevard de l'Abattoir 26
  Emile Jacqmainlaan 20
  Paul-Henri Spaaklaan 1
  10 Downing Street
  Flat 3, 22 Acacia Avenue
  Place Eugène Flagey n°18
  Galerie de la Reine 5
`);
