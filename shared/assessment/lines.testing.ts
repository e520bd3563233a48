import fc from 'fast-check';
import type { EvaluationLine } from './average.ts';
import { Coefficient, Counting, Mark, NonMark, Scale } from './mark.ts';

/** `18/20`, `7/10 c2`, `12 c0.5 ticked`, `15 optional`, `12 bonus`, `absent`, `absentZero c2`: an evaluation in a line, unticked and out of twenty unless said. */
export const aLine = (text: string, key = text): EvaluationLine => {
  const [first = '', ...words] = text.split(' ');
  const [mark, scale = '20'] = first.split('/');
  const none = NonMark.safeParse(first);
  return {
    key,
    label: text,
    scale: Scale.parse(scale),
    coefficient: words.find((word) => /^c\d/.test(word))?.slice(1) ?? '1',
    rescaled: words.includes('ticked'),
    counting: words.map((word) => Counting.safeParse(word)).find(({ success }) => success)?.data ?? 'compulsory',
    given: first === '-' ? undefined : none.success ? { none: none.data } : { mark: Mark.parse(mark) },
    subSubjectId: words.find((word) => word.startsWith('@'))?.slice(1),
  };
};

export const lines = (...texts: readonly string[]): readonly EvaluationLine[] => texts.map((text, index) => aLine(text, `e${index}`));

/** Hundredths as the one exact text that they have. */
export const decimalOf = (hundredths: number): string => String(hundredths / 100);

const scale = fc.oneof(fc.constantFrom(2000, 2000, 1000, 500, 4000, 10_000, 1500), fc.integer({ min: 1, max: 100_000 }));
const coefficient = fc.oneof(fc.constantFrom(100, 100, 200, 50, 30, 0), fc.integer({ min: 0, max: 10_000 }));
const counting = fc.constantFrom<EvaluationLine['counting']>('compulsory', 'compulsory', 'compulsory', 'optional', 'optional', 'bonus');

export const anyLine: fc.Arbitrary<EvaluationLine> = scale.chain((outOf) =>
  fc.record({
    key: fc.string({ minLength: 4, maxLength: 8 }),
    label: fc.constantFrom('Contrôle', 'Oral', 'Dictée'),
    scale: fc.constant(Scale.parse(decimalOf(outOf))),
    coefficient: coefficient.map((hundredths) => Coefficient.parse(decimalOf(hundredths))),
    rescaled: fc.boolean(),
    counting,
    given: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: outOf }).map((hundredths) => ({ mark: Mark.parse(decimalOf(hundredths)) })) },
      { weight: 1, arbitrary: fc.constantFrom(...NonMark.options).map((none) => ({ none })) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    subSubjectId: fc.constantFrom('oral', 'ecrit', undefined),
  }),
);

export const anyService = fc.array(anyLine, { maxLength: 9 });
export const twoSubSubjects = [
  { subSubjectId: 'oral', name: 'Oral', coefficient: '1' },
  { subSubjectId: 'ecrit', name: 'Écrit', coefficient: '2' },
] as const;
