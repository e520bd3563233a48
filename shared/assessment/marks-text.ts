import type { Given, NonMark, Scale } from './mark.ts';
import { NON_MARK_WORDS } from './non-mark-words.ts';

/** What a teacher typed in a cell: a mark or a reason, nothing, or something that cannot be kept and what to do about it. */
export type Typed =
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly text: string; readonly message: string };

/** Other ways of typing a reason, besides its short and its long name; single letters are those that teachers know. */
const ALSO_TYPED: Readonly<Record<NonMark, readonly string[]>> = {
  absent: ['a', 'absente'],
  exempt: ['e', 'd', 'dispensee', 'exempt', 'exempte', 'exemptee'],
  notGraded: ['n', 'nn', 'ne', 'neval', 'nonevalue'],
  unfit: ['i', 'inapt'],
  notSubmitted: ['s', 'nr', 'nrendu'],
  absentZero: ['z', 'a0', 'absent0'],
  notSubmittedZero: ['w', 's0', 'nr0', 'nonrendu0'],
};

/** Capitals, accents, dots, commas and spaces do not tell two codes apart. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s.,'’-]/g, '');

const REASONS: readonly NonMark[] = ['absent', 'exempt', 'notGraded', 'unfit', 'notSubmitted', 'absentZero', 'notSubmittedZero'];

const CODES: ReadonlyMap<string, NonMark> = new Map(
  REASONS.flatMap((reason) => {
    const { short, label } = NON_MARK_WORDS[reason];
    return [short, label, ...ALSO_TYPED[reason]].map((text) => [folded(text), reason] as const);
  }),
);

const NUMBER = /^(?<sign>[-−–+]?)(?<whole>\d{0,9})(?:[.,](?<decimals>\d{1,9}))?(?:\/(?<outOf>\d{1,4}(?:[.,]\d{1,2})?))?$/;

/** `012,50` is `12.5`: one text for one number. */
const canonical = (whole: string, decimals: string): string => {
  const kept = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
};

const french = (text: string): string => text.replace('.', ',');

const NOT_A_MARK = 'Écrivez une note, par exemple 12,5, ou un code : Abs, Disp, N.Not, Inap, N.Rdu.';

/** Reads what was typed for a mark out of that scale: `12,5`, `12.5`, `12,5/20`, `Abs`, `n.not`, `Z`. Nothing is guessed, rounded or cut. */
export const readMark = (text: string, scale: Scale): Typed => {
  const typed = text.replaceAll(/[\s\u200B]+/g, ' ').trim();
  if (typed === '') return { kind: 'empty' };
  const fault = (message: string): Typed => ({ kind: 'fault', text: typed, message });
  const none = CODES.get(folded(typed));
  if (none !== undefined) return { kind: 'given', given: { none } };
  const { sign = '', whole = '', decimals = '', outOf } = NUMBER.exec(typed.replaceAll(/\s*\/\s*/g, '/'))?.groups ?? {};
  if (whole === '' && decimals === '') return fault(NOT_A_MARK);
  if (sign === '+') return fault(NOT_A_MARK);
  if (sign !== '') return fault('Une note ne peut pas être négative : minimum 0.');
  const mark = canonical(whole, decimals);
  if (outOf !== undefined && Number(outOf.replace(',', '.')) !== Number(scale))
    return fault(`Cette évaluation est sur ${french(scale)} : écrivez la note sur ${french(scale)}, ou changez le barème.`);
  if (Number(mark) > Number(scale)) return fault(`Maximum ${french(scale)}.`);
  if (/\.\d{3}/.test(mark)) return fault('Deux décimales au plus.');
  return { kind: 'given', given: { mark } };
};

/** A cell as it is shown and as it can be typed again. */
export const writeMark = (given: Given | undefined): string => {
  if (given === undefined) return '';
  return 'mark' in given ? french(given.mark) : NON_MARK_WORDS[given.none].short;
};
