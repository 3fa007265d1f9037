import { z } from 'zod';
import { privacy } from '../kernel/ids.js';
import { means } from '../kernel/meaning.js';

const workingMinutes = z.number().positive();

const byUrgency = z.object({
  normal: means(workingMinutes, 'demande normale', 'gewone vraag', 'normal request'),
  urgent: means(workingMinutes, 'demande urgente', 'dringende vraag', 'urgent request'),
});

/** The clocks a case lives by, stored in the case when it opens. Durations are working minutes and may be fractional. */
export const Policy = z
  .object({
    name: means(z.string().meta(privacy('code')), 'nom des règles', 'naam van de regels', 'name of the rules'),
    calendar: means(
      z.object({
        opens: means(
          z.number().min(0).max(1440),
          'ouverture (minutes)',
          'opening (minuten)',
          'opens (minutes of a day)',
        ),
        closes: means(
          z.number().min(0).max(1440),
          'fermeture (minutes)',
          'sluiting (minuten)',
          'closes (minutes of a day)',
        ),
        weekdays: means(
          z.array(z.number().int().min(1).max(7)).min(1),
          'jours ouvrables, 1 = lundi',
          'werkdagen, 1 = maandag',
          'working days, 1 = Monday',
        ),
        fixedHolidays: means(
          z.array(
            z
              .string()
              .regex(/^\d\d-\d\d$/)
              .meta(privacy('code')),
          ),
          'jours fériés fixes (mois-jour)',
          'vaste feestdagen (maand-dag)',
          'fixed holidays (month-day)',
        ),
        easterHolidays: means(
          z.array(z.number().int()),
          'jours fériés, en jours après Pâques',
          'feestdagen, in dagen na Pasen',
          'holidays, in days after Easter',
        ),
        winterOffsetHours: means(
          z.number(),
          'heures d’avance sur UTC en hiver',
          'uren voor op UTC in de winter',
          'hours ahead of UTC in winter',
        ),
        summerTime: means(z.boolean(), 'heure d’été appliquée', 'zomertijd toegepast', 'whether summer time applies'),
      }),
      'calendrier',
      'kalender',
      'calendar',
    ),
    answer: means(
      byUrgency,
      'délai de réponse (minutes ouvrables)',
      'antwoordtermijn (werkminuten)',
      'time to answer (working minutes)',
    ),
    decide: means(
      byUrgency,
      'délai du pilote pour décider (minutes ouvrables)',
      'termijn voor de trekker om te beslissen (werkminuten)',
      'time for the lead to decide (working minutes)',
    ).optional(),
    dispatch: means(
      byUrgency,
      'délai de la coordination pour répartir (minutes ouvrables)',
      'termijn voor de coördinatie om te verdelen (werkminuten)',
      'time for the coordinators to dispatch (working minutes)',
    ).optional(),
    again: means(
      workingMinutes,
      'délai avant un nouveau signal à la coordination (minutes ouvrables)',
      'termijn voor de coördinatie opnieuw verwittigd wordt (werkminuten)',
      'time after which the coordinators are told again (working minutes)',
    ).optional(),
    firstContact: means(
      workingMinutes,
      'délai du premier contact (minutes ouvrables)',
      'termijn voor het eerste contact (werkminuten)',
      'time to the first contact (working minutes)',
    ),
    checkIn: means(
      workingMinutes,
      'délai entre deux points de suivi (minutes ouvrables)',
      'termijn tussen opvolgingen (werkminuten)',
      'time between check-ins (working minutes)',
    ),
    recallAnswer: means(
      workingMinutes,
      'délai de réponse à une demande de retrait (minutes ouvrables)',
      'antwoordtermijn bij intrekking (werkminuten)',
      'time to answer a recall (working minutes)',
    ),
    followUpMonths: means(
      z.array(z.number().int().positive()),
      'mois après la clôture où l’on demande des nouvelles',
      'maanden na de afsluiting waarop naar de toestand gevraagd wordt',
      'months after closing at which the business is asked how it stands',
    ),
    followUpWindowDays: means(
      z.number().positive(),
      'jours avant d’abandonner un suivi sans réponse',
      'dagen voor een onbeantwoorde opvolging opgegeven wordt',
      'days after which an unanswered follow-up is given up',
    ),
    retentionMonths: means(
      z.number().positive(),
      'mois de conservation des notes après la clôture',
      'maanden dat de notities na de afsluiting bewaard worden',
      'months after closing at which the notes are erased and the case ends',
    ),
  })
  .meta({ title: 'Policy' });
export type Policy = z.infer<typeof Policy>;
