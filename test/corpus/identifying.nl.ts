import { holding } from './sentences.js';
import type { IdentifyingSentence } from './sentences.js';

/** Dutch sentences of case work that give somebody away; all people, firms and numbers are invented. */
export const identifyingDutch: readonly IdentifyingSentence[] = [
  ...holding(
    ['email'],
    `
    Stuur het afbetalingsplan naar de.gouden.korst@voorbeeld.be voor vrijdag.
    Mail liever naar info+btw@kapsalon-voorbeeld.test, ze neemt de telefoon niet op.
    Hij gaf jan [at] voorbeeld punt be op als adres.
    Bereikbaar via atelier apenstaartje gmail punt com, meestal 's avonds.
    Adres voor de stukken: boekhouding(at)voorbeeld.be.
    De aanmaningen komen toe op factuur@voorbeeld.brussels en blijven ongelezen.
    Ze schreef het adres als snack.zuid @ voorbeeld.be op een briefje.
    Het oude adres was frituur{at}voorbeeld{dot}be.
    `,
  ),
  ...holding(
    ['phone'],
    `
    Te bereiken op 0470 65 43 21 na sluitingstijd.
    Vast nummer van de zaak: 02 345 67 89.
    Bel terug op +32 (0)486 12 34 56 over de afspraak met de bank.
    Ze zit tijdelijk in Nederland: 06-12345678.
    Gsm 0495.11.22.33, niet op zondag.
    Het nummer 0032475998877 stond op de achterdeur.
    Tel: 345.67.89, vraag naar de bazin.
    In Polen bereikbaar op +48 601 234 567.
    De zus heeft 09/234.56.78 als nummer thuis.
    Sms naar 0468/12 34 56 werkt het best.
    Noteer 016 23 45 67 voor het atelier in Leuven.
    `,
  ),
  ...holding(
    ['iban'],
    `
    Het saldo moet op BE32 9998 0808 0802 staan voor het beslag.
    Geblokkeerde rekening: BE96999424242405.
    De huur vertrekt van NL05TEST0417164300 elke eerste van de maand.
    Leverancier vraagt betaling op DE37 9999 9999 0123 4567 89.
    Oud rekeningnummer 999-5550123-47 staat nog op de facturen.
    Terugbetaling verwacht op be17.9991.2345.6721.
    Spaargeld zit op PL41 9999 1014 0000 0712 1981 2874, dat weet de bank niet.
    `,
  ),
  ...holding(
    ['enterprise-number'],
    `
    Btw BE 0199.123.479, drie kwartalen niet betaald.
    Ondernemingsnummer 0177.003.125, actief in de horeca.
    In de KBO ingeschreven onder 0198765470 sinds 2018.
    De RSZ vordert 9.000 euro van 0144 077 761.
    De nieuwe vennootschap kreeg 1933.087.165.
    Controleer BE0155090231 in het Staatsblad.
    Het gaat om nummer 0199-330-050, zonder personeel.
    Ze vermeldde 0 166 041 828 als hoofdactiviteit.
    `,
  ),
  ...holding(
    ['national-register-number'],
    `
    Rijksregisternummer 91.01.05-000.22 staat op het attest.
    INSZ 68123199968, kaart vervallen.
    Geboren deze eeuw: 01.11.29-000.33 volgens de mutualiteit.
    Bisnummer 78.49.14-999.77, nog geen verblijfstitel.
    Het sociaal verzekeringsfonds kent hem als 850730 999 32.
    `,
  ),
  ...holding(
    ['web-address'],
    `
    De webwinkel www.degoudenkorst.be draait nog.
    Zie https://voorbeeld.com/klachten/2025 voor de klachten.
    Bestellingen komen binnen via kaasboetiek-noord.be sinds corona.
    De foto's van het geschil staan op facebook.com/frituurdemeiboom.
    Ze adverteert als @kapsalon.noord op sociale media.
    Oude website degoudenkorst punt be verwijst door naar een ander bedrijf.
    Op TikTok: frituur_meiboom1080 haalt hij zijn klanten.
    De kaart is te vinden op degoudenkorst(dot)brussels.
    Recensies op http://voorbeeld.gent schaden de zaak.
    `,
  ),
  ...holding(
    ['street-address'],
    `
    De zaak ligt in de Nieuwstr. 48, gelijkvloers.
    Ze huurt Kerkstr 12 bus 3.
    Atelier: Ninoofsestwg. 210, 1080 Molenbeek.
    Post naar Vogelzangln. 7.
    Het pand aan Ambiorix Sq. 14 staat leeg.
    De zaak ligt in de Nieuwstraat 12, vlak bij het station.
    Ze woont boven het atelier, Hoogstraat 145 bus 2.
    Huurcontract voor Louizalaan 149 loopt nog zes jaar.
    Zetel verplaatst naar Leuvensesteenweg 318, 1030 Schaarbeek.
    De deurwaarder kwam langs op nummer 7 van de Vlaamsesteenweg.
    Leegstaand pand: Koning Albert II-laan nr. 20.
    Restaurant aan het Sint-Jansplein 3 sinds zes jaar.
    Brieven sturen naar Zuidlaan 40, 1000 Brussel.
    Machines staan nog in de Havenlaan 86c.
    Opslag in de Lorreinendreef 9.
    Haar kapsalon zit in de bergensesteenweg 55.
    De garage aan de Ninoofsesteenweg 1012 is verzegeld.
    Ze woont boven de winkel, Steenweg op Bergen 45.
    Verhuisd naar Kerkweg 4, 1700 Dilbeek.
    `,
  ),
  ...holding(
    ['person-name'],
    `
    Peeters, Jan: afbetalingsplan loopt.
    Op de lijst staat ook Claes, Lieve, met een btw-schuld.
    De fam. Vermeiren baat de frituur al twintig jaar uit.
    Fam Janssens vraagt uitstel.
    Volgens hr. Wouters is de huur betaald.
    De wed. Maes wil de winkel overlaten.
    Gesprek met ir. Goossens over de machines.
    Mevrouw Verhaegen slaapt niet meer sinds de dagvaarding.
    De heer El Bakkali vraagt een afbetaling over twaalf maanden.
    Dhr. Wijnants heeft zijn aandelen aan zijn broer verkocht.
    Mijnheer de Smedt verloor zijn grootste klant.
    De zaakvoerder heet Koen en woont apart van zijn vrouw.
    Een zekere verkoper, genaamd Tarik, dient klacht in.
    Zijn vrouw Leyla staat aan de kassa zonder contract.
    Haar man, Bogdan, tekende de borgstelling.
    Bel Annelies voor de vergadering met de bank.
    Zaakvoerder Jan Peeters heeft drie sociale schulden.
    Lotte Vandenberghe vreest een persoonlijk faillissement.
    Dossier voor Youssef Amrani, traiteur in Vorst.
    De weduwe Moens zet het atelier alleen voort.
    Familie Özdemir: twee kinderen, huurachterstand.
    Verhuurder Luc Van den Broeck weigert een huurverlaging.
    Naam: Wisniewska, zelfstandig schilder.
    PEETERS Jan zit thuis met een burn-out.
    Beste Katrien, hierbij de gevraagde balans.
    Mehmet Y. betwist het dwangbevel van de RSZ.
    mevrouw janssens antwoordt niet meer op brieven.
    Hij is bang voor zijn vroegere vennoot Stijn Baert.
    Jan heeft de deur van het atelier achter zich dichtgetrokken.
    De huisbaas vroeg naar Bart, de zoon.
    Ik ben Dirk en ik heb schulden bij drie banken.
    Fatma heeft de helft van haar klanten verloren.
    Meester Van Hecke vraagt extra uitstel.
    Het contract staat op naam van Griet, niet van de vennootschap.
    Bakkerij Janssens bv heeft drie maanden huurachterstand.
    De BVBA De Gouden Leeuw werd gedagvaard in faillissement.
    Slagerij Verlinden is gesloten sinds de overstroming.
    Leverancier Van Hove & Zonen levert niet meer.
    Schrijnwerkerij Claes B.V. zoekt een overnemer.
    Vzw Springplank Noord kreeg geen subsidie meer.
    J. Peeters werkt halftijds als kok.
    Volgens jan peeters was de kassa al leeg.
    De curator belde Dirk over de inventaris.
    `,
  ),
  ...holding(['phone', 'person-name'], `Bel mevrouw Cuypers op 0486 33 22 11 na 18 uur.`),
  ...holding(['person-name', 'street-address'], `Dhr. Ben Aissa baat een snack uit in de Brabantstraat 214.`),
  ...holding(['enterprise-number', 'person-name'], `Garage Baeten NV, KBO 0123.045.686, vraagt opschorting.`),
  ...holding(['email', 'iban'], `Terugbetaling op BE65999001234596, bevestiging aan bar.centraal@voorbeeld.be.`),
];
