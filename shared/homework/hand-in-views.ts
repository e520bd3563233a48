import * as z from 'zod';
import { FileRef } from '../files/schema.ts';
import { PersonId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import { CommonCorrection, Correction, HandInPlan, Receipt, ShownFile } from './hand-in-schema.ts';
import { AskedQuestion, QuizAnswers } from './quiz.ts';
import { Rubric, Total } from './rubric.ts';

const Named = z.strictObject({ pupilId: PersonId, name: z.string() });

/** A correction as the pupil and his family read it once it is returned. */
export const ReturnedCorrection = Correction.pick({ comment: true, notes: true, files: true, marks: true, by: true }).extend({
  /** Over the rubric, where there is one. */
  total: Total.optional(),
});

/** The rules under which one pupil hands in, as he reads them. */
export const HandInTerms = z.strictObject({
  deadline: Instant,
  lateAllowed: z.boolean(),
  groupOf: z.int(),
  rubric: Rubric.optional(),
  questions: z.array(AskedQuestion).optional(),
});

/** Where one pupil is with one piece of work to hand in. */
export const HandInView = z.strictObject({
  pupilId: PersonId,
  terms: HandInTerms,
  /** Whether the reader may hand in, or replace, at this instant. */
  mayHandIn: z.boolean(),
  /** Why not, in words, when he could otherwise. */
  closedBecause: z.string().optional(),
  /** Those with whom a group may be made; only for the pupil himself. */
  classmates: z.array(Named),
  handIn: z
    .strictObject({
      receipt: Receipt,
      members: z.array(Named),
      text: z.string(),
      files: z.array(ShownFile),
      answers: QuizAnswers.optional(),
    })
    .optional(),
  /** Once nobody can answer any more. */
  quizResult: z
    .strictObject({
      score: z.number(),
      outOf: z.number(),
      answers: z.array(z.strictObject({ key: z.string(), right: z.string(), isRight: z.boolean() })),
    })
    .optional(),
  returnedAt: Instant.optional(),
  correction: ReturnedCorrection.optional(),
  common: CommonCorrection.optional(),
});
export type HandInView = z.infer<typeof HandInView>;

/** One pupil in the teacher's list. */
export const HandInRow = z.strictObject({
  ...Named.shape,
  /** Absent: nothing was handed in. */
  handedInAt: Instant.optional(),
  late: z.boolean(),
  /** Who handed in for the group, when it is somebody else. */
  with: PersonId.optional(),
  files: z.array(FileRef.pick({ fileId: true, name: true, bytes: true })),
  hasText: z.boolean(),
  score: z.number().optional(),
  correctedAt: Instant.optional(),
});
export type HandInRow = z.infer<typeof HandInRow>;

/** How work is handed in, as its teacher decides it. */
export const HandInPlanView = HandInPlan.omit({ homeworkId: true }).extend({ deadline: Instant });
export type HandInPlanView = z.infer<typeof HandInPlanView>;
