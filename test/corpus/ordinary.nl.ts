import { lines } from './sentences.js';

/** Dutch sentences of case work that give nobody away. */
export const ordinaryDutch: readonly string[] = lines(`
  De afdeling HR. Zij beslist in maart.
  Na 3 hr. Is het kantoor dicht.
  De str. is al 8 maanden open.
  Brussel, Jette en Evere volgen dezelfde regel.
  De btw-schuld bedraagt € 12.500,00 voor het derde kwartaal van 2025.
  De huur van 2.350 euro wordt sinds 15/12 niet meer betaald.
  De zitting is op 15.12.2026 om 9.30 uur voor de ondernemingsrechtbank.
  De laatste balans dateert van 2024-03-01 en toont een verlies van 18,5 %.
  Boek XX WER laat een gerechtelijke reorganisatie toe.
  Volgens artikel XX.39 WER blijft de ondernemer aan het roer.
  De wet van 11 augustus 2017 heeft het insolventierecht hervormd.
  De klant sprak al met BeMediation en wacht op een tweede afspraak.
  Un pass dans l'impasse stelt drie gesprekken met een psycholoog voor.
  De vraag kwam binnen via hub.brussels op het nummer 1819.
  Een lening van finance&invest.brussels loopt nog, saldo 34.000 €.
  UCM bevestigde het overbruggingsrecht voor twee maanden.
  BECI houdt een zitdag in Sint-Gillis op dinsdag van 14 tot 17 uur.
  Schuld bij de RSZ: 7.250 €, afbetalingsplan geweigerd.
  De RSVZ vordert vier kwartalen sociale bijdragen.
  De heer en mevrouw baten samen een klein restaurant uit.
  Mevrouw is uitgeput en slaapt al drie weken slecht.
  Meneer wil de activiteit voor de zomer stopzetten.
  De straat ligt al acht maanden open en de klanten blijven weg.
  De winkel ligt in een winkelstraat zonder parking.
  Door de werken in de Nieuwstraat zakte de omzet met 40 %.
  De bemiddelaar stelt in januari een gesprek met de verhuurder voor.
  De boekhouder diende sinds het tweede kwartaal geen aangifte meer in.
  Drie deeltijdse werknemers en een jobstudent, samen 2,5 VTE.
  Het bedrijf telt 12 werknemers, van wie 4 tijdelijk werkloos.
  De dossiercode is R4K7-9TQZ.
  Ze kreeg een aanmaning van de deurwaarder voor 3.480,75 €.
  De handelshuur loopt tot 31 december 2028.
  Het contract 3-6-9 kan om de drie jaar opgezegd worden.
  De bank heeft het kaskrediet van 25.000 € opgezegd.
  Energiefactuur van 1.900 € per maand in plaats van 650 € in 2021.
  De leverancier dreigt binnen 15 dagen af te sluiten.
  De vennoten spreken niet meer met elkaar en namen elk een advocaat.
  Conflict tussen vennoten met 50/50, geen beslissing mogelijk.
  De zaakvoerder denkt aan een minnelijk akkoord.
  De curator werd vorige week aangesteld.
  Zij wil aangifte van faillissement doen en vraagt kwijtschelding.
  Reload Yourself heeft in maart een workshop over herstart.
  Revival begeleidt de herstart na de sluiting van het faillissement.
  Oasis heeft een wachtlijst van vier weken.
  Het dossier ging naar Febelfin voor bankbemiddeling.
  ITAA heeft een lijst van accountants voor een gratis eerste gesprek.
  De zaak ligt in Molenbeek, de klanten komen vooral uit Anderlecht.
  Verhuizing gepland van Schaarbeek naar Sint-Lambrechts-Woluwe.
  De omzet zakte van 180.000 naar 95.000 euro in twee jaar.
  Openingsuren: 08.30 tot 12.30 en 13.30 tot 18.00, maandag gesloten.
  De klanten komen stilaan terug, vooral in het weekend.
  Hij heeft donkere gedachten, dringend doorverwijzen naar een psycholoog.
  Er is op dit moment geen onmiddellijk gevaar.
  Ze staat alleen in met twee kinderen en heeft sinds februari geen inkomen.
  Het OCMW werd om tijdelijke steun gevraagd.
  Het dossier is volledig behalve de resultatenrekening 2024.
  Een bv werd in 2019 opgericht met een minimaal kapitaal.
  De omvorming tot bv verscheen nooit in het Staatsblad.
  De vennootschap werd op 4 maart 2025 door de rechtbank ontbonden.
  De voorraad is ongeveer 8.000 € waard, de machines 15.000 €.
  Het beslag slaat op de oven en twee frigo's.
  De nalatigheidsinterest loopt aan 8 % per jaar.
  Afbetalen over 24 maanden aan 450 € per maand lijkt haalbaar.
  De advocaat vraagt de uittreksels van de laatste 6 maanden.
  De vennootschapsbijdrage (347,50 €) is nog niet betaald.
  De bedrijfsvoorheffing wordt sinds Q1 2024 niet meer gestort.
  De jaarrekeningen van 2022 en 2023 zijn niet neergelegd.
  De inspectie legde werken op van 6.000 € voor de heropening.
  De verzekering weigert tussen te komen voor de waterschade.
  De bestelwagen heeft 180.000 km en een leasing van 389 € per maand.
  Haar man helpt 's avonds, zonder statuut.
  Zijn vrouw weet niets van de schulden.
  Zijn vennoot vertrok naar het buitenland met de kas.
  Hij wil de bank niet zelf contacteren.
  Contacteer de VDAB voor een opleiding in het voorjaar.
  Gelieve de klant na 20 januari terug te bellen.
  De klant verkiest een gesprek in het Frans.
  Eerste contact gelegd, opvolging binnen 20 werkdagen.
  Wachten op antwoord van de dienst tot 30/09/2026.
  De vraag werd geweigerd wegens gebrek aan capaciteit.
  Rolnummer A/25/118 van de griffie is in beraad.
  Volgens artikel 1382 van het oud Burgerlijk Wetboek is er een fout.
  Zie ook de bepalingen over de kwijtschelding in boek XX.
  Richtlijn (EU) 2019/1023 voorziet een tweede kans.
  De leegstand in de wijk bedraagt 14,2 %.
  Ze twijfelt tussen verkopen en sluiten.
  Een overnemer bood 30.000 euro.
  De notariskosten zijn voor haar rekening.
  De notaris wacht op het akkoord van de eigenaar.
  Door Covid-19 bleef een gewaarborgde lening van 50.000 € over.
  De personeelskosten bedragen 62 % van de omzet.
  De opzeg van de kok zou 9 weken loon kosten.
  Twee verkoopsters zijn arbeidsongeschikt.
  De tijdelijke werkloosheid eindigde op 30 juni.
  Hij begon in 2016 en maakte nooit winst.
  Het financieel plan rekende op 220 couverts per week.
  Ze werkt 70 uur per week zonder zichzelf loon te betalen.
  De syndicus sluit de kelder af sinds de overstroming.
  De gemeente Elsene trok de terrasvergunning in.
  De Stad Brussel vordert een belasting van 1.120 €.
  De verhuurder aanvaardt 300 € minder gedurende 6 maanden.
  De rechtbank gaf 4 maanden opschorting.
  Doel: de leefbaarheid nagaan voor het volgende kwartaal.
  De burn-out werd in november door de arts vastgesteld.
  Volgende stap: overleg met de boekhouder en de bank.
  Mevrouw X en de heer Y werken als natuurlijk persoon.
  Onderweg 3 klanten verloren, verder geen schade.
  Op de huurmarkt 2025 is niets betaalbaars te vinden.
  De arbeidsmarkt is krap, 12 % minder sollicitaties.
  Er zijn nog 2 plaatsen in de opleiding van 12 mei.
  Drie winkels op de Louizalaan sloten in 2024.
  De Gentse steun van 4.000 € is uitbetaald.
  Hij zoekt een nieuw pand, hoogstens 80 m², in Ukkel of Vorst.
  Intern referentienummer 0199.123.478 staat op de map.
  Rekening BE65 9990 0123 4597 bestaat niet volgens de bank.
`);
