import { z } from 'zod';
import { CubeAnswer, CubeName, Dimension, Week } from './monitoring.js';
import { Instant, PersonId, Uuid } from '../kernel/ids.js';
import { inWords } from '../kernel/written.js';
import { Withdrawal } from './withdrawals.js';

/** A question to the published figures that is shown as one picture: two dimensions for one span, or one dimension over time. */
export const FigureQuestion = z
  .object({
    cube: CubeName,
    by: z.array(Dimension).min(1).max(2),
    /** As in `CubeQuery`: `dimension:code,code`. */
    where: z.array(z.string().max(400)).max(4),
    from: Week.optional(),
    to: Week.optional(),
    grain: z.enum(['total', 'month', 'quarter']),
  })
  .refine((one) => one.grain === 'total' || one.by.length === 1, {
    path: ['by'],
    ...inWords({
      fr: 'une seule dimension dans le temps ; deux seulement pour toute la durée (grain total)',
      nl: 'slechts één dimensie in de tijd; twee enkel voor de hele duur (grain total)',
      en: 'one dimension over time; two only for the whole span (grain total)',
    }),
  })
  .meta({ title: 'FigureQuestion' });
export type FigureQuestion = z.infer<typeof FigureQuestion>;

/** `POST /api/v1/shared-figures`: a figure that leaves the analysts’ room. It is made of published figures only. */
export const SharedFigureRequest = z.object({
  question: FigureQuestion,
  /** What the analyst says beside it; shown to everybody, so nothing in it may name anybody. */
  remark: z.string().trim().max(400),
  /** Whether packs of plenaries that are made from now on show it. */
  pinned: z.boolean(),
});
export type SharedFigureRequest = z.infer<typeof SharedFigureRequest>;

/** `PUT /api/v1/shared-figures/{figureId}/pinned`. */
export const PinRequest = z.object({ pinned: z.boolean() });
export type PinRequest = z.infer<typeof PinRequest>;

export const SharedFigure = SharedFigureRequest.extend({
  figureId: Uuid,
  madeBy: PersonId,
  /** Null once that person is erased. */
  madeByName: z.string().nullable(),
  madeAt: Instant,
  /** When and why its remark was taken away; the figure itself says nothing but what is published. */
  withdrawn: Withdrawal.nullable(),
}).meta({ title: 'SharedFigure' });
export type SharedFigure = z.infer<typeof SharedFigure>;

/** `GET /api/v1/public/figures/{figureId}`: the figure as it is published now. */
export const SharedFigureAnswer = z
  .object({ figure: SharedFigure.omit({ madeBy: true, madeByName: true }), answer: CubeAnswer })
  .meta({ title: 'SharedFigureAnswer' });
export type SharedFigureAnswer = z.infer<typeof SharedFigureAnswer>;
