import { lines } from './sentences.js';

/** English sentences of case work that give nobody away. */
export const ordinaryEnglish: readonly string[] = lines(`
  The meeting is on Wed. June 5 at noon.
  We meet on Wed. Jan 14 at ten.
  All Belgian shops lost 12 percent.
  The HR. They answer on Monday.
  He moved to St Gilles 12 years ago.
  Brussels, Jette and Evere follow the same rule.
  The VAT debt is €12,500.00 for T3 2025.
  The rent of 2,350 euros has not been paid since 15/12.
  The hearing is on 15.12.2026 at 9.30 before the enterprise court.
  The last balance sheet is of 2024-03-01 and shows a loss of 18.5%.
  Article XX.39 of the Code of Economic Law allows a reorganisation.
  The law of 11 August 2017 reformed insolvency law.
  The client has already met BeMediation and waits for a second meeting.
  Un pass dans l'impasse offers three sessions with a psychologist.
  The request came from hub.brussels through the 1819 line.
  A loan of finance&invest.brussels is still running, 34 000 euros to go.
  UCM confirmed the bridging right for two months.
  BECI holds a desk in Saint-Gilles on Tuesdays from 2 to 5 pm.
  Debt to the ONSS: 7,250 euros, payment plan refused.
  RSVZ claims four quarters of social contributions.
  Mr and Mrs run a small restaurant together.
  She is exhausted and has slept badly for three weeks.
  He wants to stop before the summer.
  The street has been dug up for eight months and customers stay away.
  The shop is in a pedestrian street without parking.
  Works in Rue Neuve cut the turnover by 40%.
  The mediator suggests a meeting with the landlord in January.
  The accountant has filed no return since the second quarter.
  Three part-time employees and a student, together 2.5 FTE.
  The business counts 12 employees, 4 of them on temporary unemployment.
  The case code is R4K7-9TQZ.
  She received a notice of the bailiff for 3,480.75 euros.
  The commercial lease runs until 31 December 2028.
  The 3-6-9 lease can be ended every three years.
  The bank cancelled the overdraft of 25,000 euros.
  Energy costs 1,900 a month instead of 650 in 2021.
  The supplier threatens to cut the power within 15 days.
  The partners no longer speak and each has hired a lawyer.
  A 50/50 conflict between partners, no decision is possible.
  The manager considers an amicable agreement.
  The curator was appointed last week.
  She wants to file for bankruptcy and asks for discharge.
  Reload Yourself runs a workshop on starting again in March.
  Revival supports a new start after the bankruptcy is closed.
  Oasis has a waiting list of four weeks.
  The case went to Febelfin for banking mediation.
  ITAA keeps a list of accountants for a free first talk.
  The shop is in Molenbeek, most customers come from Anderlecht.
  A move from Schaerbeek to Woluwe-Saint-Lambert is planned.
  Turnover fell from 180,000 to 95,000 euros in two years.
  Opening hours: 08.30 to 12.30 and 13.30 to 18.00, closed on Mondays.
  Customers are slowly coming back, mostly at weekends.
  He has dark thoughts, refer urgently to a psychologist.
  No immediate danger is reported at this stage.
  She is alone with two children and has had no income since February.
  The CPAS was asked for temporary help.
  The file is complete but for the profit and loss account of 2024.
  A company was set up in 2019 with minimal capital.
  The change into an SRL was never published in the gazette.
  The company was dissolved by the court on 4 March 2025.
  The stock is worth about 8,000 euros, the machines 15,000.
  The seizure covers the oven and two fridges.
  Late interest runs at 8% a year.
  Paying over 24 months at 450 a month seems bearable.
  The lawyer asks for statements of the last 6 months.
  The annual company contribution (347.50 euros) is unpaid.
  Payroll tax has not been paid since Q1 2024.
  The accounts of 2022 and 2023 were not filed.
  The inspection ordered works of 6,000 euros before reopening.
  The insurer refuses to cover the water damage.
  The van has 180,000 km and a lease of 389 euros a month.
  Her husband helps in the evening, without a status.
  His wife knows nothing of the debts.
  His partner left the country with the cash.
  He does not want to contact the bank himself.
  Contact Actiris about training in the spring.
  Please call the client back after 20 January.
  The client prefers a talk in Dutch.
  First contact made, follow-up within 20 working days.
  Waiting for the answer of the service until 30/09/2026.
  The referral was declined for lack of capacity.
  The court file 2025/118 is under deliberation.
  Under article 1382 of the old Civil Code there is a fault.
  See also the provisions on discharge in Book XX.
  Directive (EU) 2019/1023 provides for a second chance.
  Vacancy in the area is at 14.2%.
  She hesitates between selling and closing.
  A buyer offered 30,000 euros.
  The notary fees are for her account.
  The notary waits for the owner to agree.
  After Covid-19 a guaranteed loan of 50,000 euros remained.
  Staff costs are 62% of turnover.
  The notice of the cook would cost 9 weeks of pay.
  Two sales assistants are on sick leave.
  Temporary unemployment ended on 30 June.
  He started in 2016 and never made a profit.
  The financial plan counted on 220 covers a week.
  She works 70 hours a week without paying herself.
  The property manager has closed the cellar since the flood.
  The municipality of Ixelles withdrew the terrace permit.
  The City of Brussels claims a tax of 1,120 euros.
  The landlord accepts 300 less for 6 months.
  The court granted a stay of 4 months.
  Goal: check viability before the next quarter.
  Burn-out was diagnosed by the doctor in November.
  Next step: a meeting with the accountant and the bank.
  Mrs X and Mr Y trade in their own name.
  In 2024 High Street shops in the area lost a third of their sales.
  We will look at the plan at noon, point by point.
  The meeting called by Febelfin is on Monday.
  Will Belfius agree to a longer term?
  In May April's figures were corrected by 2%.
  The client named three suppliers who wait for payment.
  Turkish and Moroccan shop owners in the area report the same.
  The Managing Director left and the Finance team is down to one.
  She looks for new premises, 80 square metres at most, in Uccle or Forest.
  Internal reference 0199.123.478 is written on the folder.
  Account BE65 9990 0123 4597 does not exist according to the bank.
`);
