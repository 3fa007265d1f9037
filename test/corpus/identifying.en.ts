import { holding } from './sentences.js';
import type { IdentifyingSentence } from './sentences.js';

/** English sentences of case work that give somebody away; all people, firms and numbers are invented. */
export const identifyingEnglish: readonly IdentifyingSentence[] = [
  ...holding(
    ['email'],
    `
    Please send the payment plan to golden.crust@example.com before Friday.
    She prefers mail: studio-moon+vat@example.org, never by phone.
    He wrote his address as pat (at) example (dot) com.
    Reach the shop through kebab at example dot be in the evening.
    The reminders go to billing@example.brussels and stay unread.
    Old mailbox: salon[at]example.net, blocked since May.
    The accounts came from ｂａｒ＠example.com last week.
    Her spare address is noor.k@mail.example, please use it.
    `,
  ),
  ...holding(
    ['phone'],
    `
    Available on 0470 98 76 54 once the shop is closed.
    The landline of the business is 02 345 67 89.
    Call back on +32 470 12 34 56 to plan the mediation.
    He moved to London, try +44 20 7946 0958.
    UK mobile 07700 900123 is the only one that works.
    Mobile: 470 12 34 56, mornings only.
    The voicemail gave 0032 2 345 67 89 as an alternative.
    Her sister in Ghent has 09 234 56 78 at home.
    A US number, +1 (202) 555-0147, was on the invoice.
    Text 0466.77.88.99 rather than calling.
    The bank holds 00 33 1 23 45 67 89 as contact.
    WhatsApp 475 11 22 33 is fastest.
    `,
  ),
  ...holding(
    ['iban'],
    `
    The balance must reach BE65 9990 0123 4596 before the seizure.
    Frozen account: BE10-9990-7770-0104.
    Rent is paid from GB78 TEST 1234 5698 7654 32 every month.
    The supplier wants 4,500 euros on ES11 9999 0418 4502 0005 1332.
    An account in Italy, IT63X9542899999000000123456, was never declared.
    Savings sit on CH44 9999 9011 6238 5295 7.
    Family abroad pays in through TR03 9999 9012 3456 7890 1234 56.
    Refund expected on FR55 20041 99005 0500013M026 06.
    `,
  ),
  ...holding(
    ['enterprise-number'],
    `
    VAT number BE 0199.123.479, three quarters unpaid.
    Enterprise number 0198.765.470, active in catering.
    Registered under 0177003125 since 2019.
    The social security office claims 18,000 euros from 0155.090.231.
    The new company carries 1987.001.250.
    Check BE0188221075 in the official gazette.
    It concerns 0166 041 828, without staff.
    The older entity was 0144-077-761.
    `,
  ),
  ...holding(
    ['national-register-number'],
    `
    National register number 85.07.30-999.32 is on the certificate.
    Social security ID 72021499910, card expired.
    Born this century: 02.03.17-999.38 according to the insurer.
    BIS number 03.41.02-999.96, permit pending.
    The fund knows her as 681231-999-68.
    `,
  ),
  ...holding(
    ['web-address'],
    `
    The web shop www.golden-crust.example is still online.
    See https://example.org/reviews/4411 for the complaints.
    Orders come in through north-cheese.com since the lockdown.
    Photos of the dispute are on instagram.com/goldencrustbxl.
    She advertises as @golden_crust on social media.
    The old site goldencrust dot com points to another firm.
    On Facebook: goldencrust1080 is where all customers are.
    The menu can be found at goldencrust[.]eu.
    Reviews on linktr.ee/goldencrust hurt the business.
    `,
  ),
  ...holding(
    ['street-address'],
    `
    The shop at 14 Ambiorix Sq. has been empty since May.
    She rents 12 High St. and cannot pay.
    Letters go to 27 Park Ave, Uccle.
    The workshop is at Mill Rd 9, first floor.
    The shop is at 12 Baker Street, close to the station.
    She lives above the workshop, 45 Station Road.
    The lease covers Avenue Louise 149 for six more years.
    The registered office moved to rue Royale 201.
    The bailiff came to Nieuwstraat 7 on Tuesday.
    Vacant premises: 318B Mill Lane.
    The restaurant at Place Flagey 18 closed in spring.
    Machines are still stored at 86 Harbour Road.
    Letters go to Boulevard Anspach 85, 1000 Brussels.
    The bakery is on 5 Little Park Avenue since 2011.
    Storage rented at Elm Grove Road 14.
    `,
  ),
  ...holding(
    ['person-name'],
    `
    Peeters, Jan asks for a payment plan.
    First on the list: Lambert, Sophie (VAT).
    Prof. Goossens treats his burn-out.
    The fam. Claes has run the shop since 1998.
    Mr Hargreaves has not slept since the summons.
    Mrs. Okonkwo asks for twelve monthly instalments.
    Ms Delacourt sold her shares to her brother.
    Dr Fenwick advised him to rest for a month.
    The manager is called Olivier and lives apart from his wife.
    A former salesman named Tariq filed the complaint.
    His wife Leila works at the till without a contract.
    Her husband, Bogdan, signed the guarantee.
    Contact Sandra before the meeting with the bank.
    Director John Smith has three open social debts.
    Emily Carter fears personal bankruptcy.
    File opened for Youssef Amrani, caterer in Forest.
    The widow Thornbury carries on alone.
    The Adeyemi case: Blessing is the name, Name: Adeyemi.
    Landlord Steven Whitlock refuses to lower the rent.
    His name is Kowalczyk, he is a plasterer.
    SMITH John is at home with burn-out.
    Dear Rachel, here are the accounts you asked for.
    Mehmet Y. disputes the claim of the tax office.
    mr johnson no longer answers letters.
    She is afraid of her former partner Craig Benson.
    Fatima has lost half of her customers.
    The contract is in the name of Deborah, not of the company.
    Golden Crust Ltd owes three months of rent.
    The supplier Van Hove & Sons stopped deliveries.
    Harrison Joinery Limited looks for a buyer.
    Papers were signed by Piotr Nowak at the counter.
    Her son Adrian took over the deliveries.
    He was known as Big Tony in the market hall.
    According to john smith the till was already empty.
    Lambert Catering SRL stopped paying VAT.
    The family Okafor cannot pay the energy bill.
    Ask Sylvia about the seizure of the oven.
    Regards, Michelle
    `,
  ),
  ...holding(['phone', 'person-name'], `Call Mrs Pemberton on 0486 11 33 22 after six.`),
  ...holding(['person-name', 'street-address'], `Mr Ben Youssef runs a snack bar at rue de Brabant 214.`),
  ...holding(['enterprise-number', 'person-name'], `Piron Motors SRL, VAT BE 0123.045.686, asks for a stay.`),
  ...holding(['email', 'phone'], `Answer by mail (central.bar@example.com) or on 0479/22.33.44.`),
];
