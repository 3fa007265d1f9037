import { lines } from './sentences.js';

/** French sentences of case work that give nobody away. */
export const ordinaryFrench: readonly string[] = lines(`
  Bruxelles, Jette et Evere ont la même règle.
  Le sq. est en travaux depuis 12 mois.
  Il a fait appel à un prof. Elle attend.
  Réunion au ch. 3 du bâtiment.
  Horeca, Commerce et Construction : 12 dossiers.
  Le local fait 300 sq. m.
  La dette TVA s'élève à 12 500 euros pour le T3 2025.
  Le loyer de € 2.350,00 n'est plus payé depuis le 15/12.
  Une audience est prévue le 15.12.2026 à 9h30 devant le tribunal de l'entreprise.
  Le dernier bilan date du 2024-03-01 et montre une perte de 18,5 %.
  L'art. XX.39 CDE permet la réorganisation judiciaire.
  La loi du 11 août 2017 a inséré le livre XX dans le Code de droit économique.
  Le client a déjà rencontré BeMediation et attend un second rendez-vous.
  Un pass dans l'impasse a proposé trois séances avec une psychologue.
  La demande vient de hub.brussels, par le numéro 1819.
  Un prêt de finance&invest.brussels est encore en cours, solde 34 000 €.
  L'UCM a confirmé le droit passerelle pour deux mois.
  BECI organise une permanence à Saint-Gilles le mardi de 14h à 17h.
  Dettes envers l'ONSS : 7 250 €, plan d'apurement refusé.
  L'INASTI réclame quatre trimestres de cotisations sociales.
  Monsieur et madame exploitent ensemble un petit restaurant.
  Madame est épuisée et ne dort plus depuis trois semaines.
  Monsieur souhaite arrêter l'activité avant l'été.
  La rue est en travaux depuis huit mois et la clientèle a fondu.
  Le commerce donne sur une rue piétonne, sans parking.
  Les travaux de la rue Neuve ont fait baisser le chiffre d'affaires de 40 %.
  Le médiateur propose une rencontre avec le bailleur en janvier.
  Le comptable n'a plus rendu de déclaration depuis le deuxième trimestre.
  Trois employés à temps partiel et un étudiant, soit 2,5 ETP.
  L'entreprise compte 12 travailleurs, dont 4 en chômage économique.
  Le code du dossier est R4K7-9TQZ.
  Elle a reçu une mise en demeure de l'huissier pour 3 480,75 €.
  Le bail commercial court jusqu'au 31 décembre 2028.
  Le bail 3-6-9 prévoit une renonciation tous les trois ans.
  La banque a dénoncé le crédit de caisse de 25 000 €.
  Facture d'énergie de 1 900 € par mois au lieu de 650 € en 2021.
  Le fournisseur d'électricité menace de couper sous 15 jours.
  Les associés ne se parlent plus et chacun a pris un avocat.
  Conflit entre associés à 50/50, aucune décision possible.
  La gérante envisage une procédure de réorganisation par accord amiable.
  Le curateur a été désigné la semaine passée.
  Elle pense à la faillite sur aveu et demande l'effacement.
  Reload Yourself a proposé un atelier de rebond en mars.
  Revival accompagne la relance après la clôture de la faillite.
  Oasis a une liste d'attente de quatre semaines.
  Le dossier a été présenté à Febelfin pour une médiation bancaire.
  L'ITAA tient une liste de comptables prêts à un premier entretien gratuit.
  Le commerce se trouve à Molenbeek, la clientèle vient surtout d'Anderlecht.
  Déménagement prévu de Schaerbeek vers Woluwe-Saint-Lambert.
  Le chiffre d'affaires est passé de 180 000 à 95 000 euros en deux ans.
  Horaires : de 08.30 à 12.30 et de 13.30 à 18.00, fermé le lundi.
  La clientèle revient peu à peu, surtout le week-end.
  Il a des idées noires, orientation urgente vers un psychologue.
  Aucun danger immédiat n'est signalé à ce stade.
  Elle est seule avec deux enfants et sans revenu depuis février.
  Le CPAS a été sollicité pour une aide temporaire.
  Le dossier est complet sauf le compte de résultats 2024.
  Une SRL a été constituée en 2019 avec un capital minimal.
  Le passage en SRL n'a jamais été publié au Moniteur.
  La société a été dissoute par le tribunal le 4 mars 2025.
  Le stock vaut environ 8 000 €, les machines 15 000 €.
  La saisie porte sur le four et deux frigos.
  Les intérêts de retard courent au taux de 8 % l'an.
  Un étalement sur 24 mois à raison de 450 € par mois semble tenable.
  L'avocat demande les extraits des 6 derniers mois.
  La cotisation à charge des sociétés (347,50 €) reste impayée.
  Le précompte professionnel n'est plus versé depuis le T1 2024.
  Les comptes annuels de 2022 et 2023 ne sont pas déposés.
  L'inspection a imposé des travaux pour 6 000 € avant réouverture.
  L'assurance refuse d'intervenir pour le dégât des eaux.
  Le véhicule utilitaire a 180 000 km et un leasing de 389 € par mois.
  Son mari l'aide le soir, sans statut.
  Sa femme ne sait rien des dettes.
  Son associé est parti à l'étranger avec la caisse.
  Il ne veut pas contacter la banque lui-même.
  Contacter le Centre public d'action sociale avant la fin du mois.
  Merci de rappeler la cliente après le 20 janvier.
  Le client préfère un entretien en néerlandais.
  Premier contact établi, suivi prévu dans 20 jours ouvrables.
  En attente de la réponse du service jusqu'au 30/09/2026.
  La demande a été déclinée faute de capacité.
  Le dossier 2025/118 du greffe est en délibéré.
  Selon l'article 1382 de l'ancien Code civil, il y a faute.
  Voir aussi l'article XX.103 et les dispositions sur l'effacement.
  La directive (UE) 2019/1023 prévoit une seconde chance.
  Le taux de vacance dans le quartier atteint 14,2 %.
  Elle hésite entre vendre le fonds de commerce et fermer.
  Un repreneur s'est manifesté pour 30.000 euros.
  Les frais de notaire restent à sa charge.
  Le notaire attend l'accord du propriétaire.
  La crise du Covid-19 a laissé un prêt garanti de 50 000 €.
  Les coûts du personnel représentent 62 % du chiffre d'affaires.
  Le préavis du cuisinier coûterait 9 semaines de salaire.
  Deux vendeuses sont en incapacité de travail.
  Le chômage temporaire a pris fin le 30 juin.
  Il a commencé en 2016 et n'a jamais fait de bénéfice.
  Le plan financier initial prévoyait 220 couverts par semaine.
  Elle travaille 70 heures par semaine sans se verser de rémunération.
  Le syndic bloque l'accès à la cave depuis l'inondation.
  La commune d'Ixelles a retiré l'autorisation de terrasse.
  La Ville de Bruxelles réclame une taxe de 1.120 €.
  Le propriétaire accepte une réduction de 300 € pendant 6 mois.
  Le tribunal a accordé un sursis de 4 mois.
  Objectif : vérifier la viabilité avant le prochain trimestre.
  Le burn-out a été constaté par son médecin en novembre.
  Prochaine étape : réunion à trois avec le comptable et la banque.
  Madame X et Monsieur Y exercent en personne physique.
  Un chemin de sortie est possible en 3 mois.
  Il reste 2 places dans la formation du 12 mai.
  À la rue depuis 3 mois, il dort chez des amis.
  Les gérant.e.s et indépendant.es du quartier demandent un soutien.
  La place du marché est vide le lundi.
  Trois magasins de l'avenue Louise ont fermé en 2024.
  Le client cherche un nouveau local, 80 m² au plus, à Uccle ou Forest.
  Ancien numéro de référence interne : 0199.123.478.
  Le compte BE65 9990 0123 4597 n'existe pas selon la banque.
`);
