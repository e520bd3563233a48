import * as z from 'zod';
import { PersonId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { Mark } from './mark.ts';
import { cleanText } from './written-text.ts';

/** Characters of a remark, as the LSU counts them. */
export const REMARK_MAX = 600;

/** Above this nothing is read: the exact limit answers with what to shorten. */
export const TYPED_MAX = 6000;

/** `draft`: its teacher's own; `written`: to be proofread; `proofread`: by the head teacher or the head. */
export const RemarkState = z.enum(['draft', 'written', 'proofread']);
export type RemarkState = z.infer<typeof RemarkState>;

/** The four levels of the LSU, from 1 (not reached) to 4 (exceeded). */
export const Position = z.int().min(1).max(4);
export type Position = z.infer<typeof Position>;

/** An average out of 20 that a teacher decides himself, beside the computed one. */
export const FinalAverage = Mark.refine((text) => Number(text) <= 20, { message: 'La moyenne va de 0 à 20.' });

const Signature = z.strictObject({ by: PersonId, byName: z.string(), at: Instant });

/** What a teacher says of one pupil in one subject and period; `position` and `finalAverage` are his own and never hide what is computed. */
export const Remark = z.strictObject({
  text: z.string(),
  position: Position.optional(),
  finalAverage: FinalAverage.optional(),
  state: RemarkState,
  /** Its position or its average is final though nothing is written: it counts, and the text is still missing. */
  settled: z.literal(true).optional(),
  ...Signature.shape,
  proofread: Signature.optional(),
  /** What the proofreader asks its teacher to write again. */
  asked: Signature.extend({ note: z.string().trim().min(1).max(200) }).optional(),
  /** Optimistic lock of this remark alone. */
  revision: z.int().min(1),
});
export type Remark = z.infer<typeof Remark>;

export interface WrittenRemark {
  readonly text: string;
  readonly position?: Position | undefined;
  readonly finalAverage?: string | undefined;
}

type Signed = z.infer<typeof Signature>;

const given = ({ position, finalAverage }: WrittenRemark) => ({
  ...(position === undefined ? {} : { position }),
  ...(finalAverage === undefined ? {} : { finalAverage }),
});

/** True when nothing is said of the pupil: an empty remark is left out of report cards, never sent as a blank one. */
export const isBlank = ({ text, position, finalAverage }: WrittenRemark): boolean =>
  cleanText(text) === '' && position === undefined && finalAverage === undefined;

/** True when what is written says the same as what is kept: nothing is saved, and its proofreading stands. */
export const saysTheSame = (kept: Remark | undefined, written: WrittenRemark): boolean =>
  kept === undefined
    ? isBlank(written)
    : kept.text === cleanText(written.text) && kept.position === written.position && kept.finalAverage === written.finalAverage;

/** What a teacher writes is to be proofread again, whatever was proofread before; without a text it stays a draft. */
export const writing = (kept: Remark | undefined, written: WrittenRemark, as: 'draft' | 'written', who: Signed): Remark => {
  const text = cleanText(written.text);
  return {
    text,
    ...given(written),
    state: text === '' ? 'draft' : as,
    ...(text === '' && as === 'written' && !isBlank(written) ? { settled: true as const } : {}),
    ...who,
    ...(as === 'draft' && kept?.asked !== undefined ? { asked: kept.asked } : {}),
    revision: (kept?.revision ?? 0) + 1,
  };
};

/** True when cards and councils may show what a remark says: a draft is its writers' own. */
export const isGiven = ({ state, settled }: Pick<Remark, 'state' | 'settled'>): boolean => state !== 'draft' || settled === true;

/** Its teacher takes the position that is suggested; what he wrote, and its proofreading, stand. */
export const accepting = (kept: Remark | undefined, position: Position, who: Signed): Remark => {
  if (kept === undefined) return { text: '', position, state: 'draft', settled: true, ...who, revision: 1 };
  return { ...kept, position, ...(kept.text === '' ? { settled: true as const } : {}), revision: kept.revision + 1 };
};

/** The proofreader agrees, having corrected the text or not; the teacher stays its author. */
export const proofreading = (kept: Remark, text: string, who: Signed): Remark => {
  const { asked: _asked, ...rest } = kept;
  return { ...rest, text: cleanText(text), state: 'proofread', proofread: who, revision: kept.revision + 1 };
};

/** The proofreader sends a remark back: it is its teacher's draft again, with what is asked. */
export const sendingBack = (kept: Remark, note: string, who: Signed): Remark => {
  const { proofread: _proofread, ...rest } = kept;
  return { ...rest, state: 'draft', asked: { ...who, note }, revision: kept.revision + 1 };
};

/** Where the remarks of a list of pupils stand, those who have none included. */
export interface RemarksCount {
  readonly missing: number;
  readonly drafts: number;
  readonly toProofread: number;
  readonly proofread: number;
}

/** How many remarks are still to be written, and to be proofread. */
export const countRemarks = (states: readonly (RemarkState | undefined)[]): RemarksCount => ({
  missing: states.filter((state) => state === undefined).length,
  drafts: states.filter((state) => state === 'draft').length,
  toProofread: states.filter((state) => state === 'written').length,
  proofread: states.filter((state) => state === 'proofread').length,
});
