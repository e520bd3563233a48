import * as z from 'zod';

/** An exact decimal number as text, written in one way only: `12.5`, never `12.50`, `012.5` or `12,5`; two decimals at most. */
const Decimal = z.string().regex(/^(?:(?:0|[1-9]\d{0,2})(?:\.\d?[1-9])?|1000)$/);

/** What a pupil got, out of the scale of its evaluation: it cannot pass that scale. */
export const Mark = Decimal;
export type Mark = z.infer<typeof Mark>;

/** What an evaluation is marked out of (*barème*): more than zero. */
export const Scale = Decimal.refine((text) => text !== '0', { message: 'Le barème doit être supérieur à zéro.' });
export type Scale = z.infer<typeof Scale>;

/** How much something counts; `0`: it is shown and does not count. */
export const Coefficient = Decimal.refine((text) => Number(text) <= 100, { message: 'Le coefficient va de 0 à 100.' });
export type Coefficient = z.infer<typeof Coefficient>;

/** What an average is out of when nothing else was decided. */
export const TWENTY: Scale = '20';

/** Why a pupil has no mark. The two that end in `Zero` count as zero, the others do not count. */
export const NonMark = z.enum(['absent', 'exempt', 'notGraded', 'unfit', 'notSubmitted', 'absentZero', 'notSubmittedZero']);
export type NonMark = z.infer<typeof NonMark>;

/** What a teacher entered for a pupil: a mark, or the reason why there is none. Nothing entered is the absence of it, never a zero. */
export const Given = z.union([z.strictObject({ mark: Mark }), z.strictObject({ none: NonMark })]);
export type Given = z.infer<typeof Given>;

/** `optional`: counts only when it improves the average. `bonus`: only its points above half the scale count, and they only add. */
export const Counting = z.enum(['compulsory', 'optional', 'bonus']);
export type Counting = z.infer<typeof Counting>;
