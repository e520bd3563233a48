import type { EvaluationLine, Ignored, LineOutcome, ServiceAverage } from './average.ts';
import { explainedMean, figureOf, type ExplainedLine, type ExplainedMean, type Figure } from './explained-mean.ts';
import type { GeneralAverage, SubjectOutcome } from './general.ts';
import { TWENTY, type Mark } from './mark.ts';
import { NON_MARK_WORDS } from './non-mark-words.ts';
import { ofDecimal, type Rational } from './rational.ts';
import { decimalText, displayed, frenchDecimal, ROUNDING_WORDS, type RoundingMode } from './rounding.ts';
import type { Weighing } from './weigh.ts';

/** Why an average is what it is: every number that leads to it, so that a reader can do it again by hand. */
export interface Explanation {
  /** One, or one for each sub-subject that has evaluations. */
  readonly parts: readonly ExplainedMean[];
  /** How sub-subjects come together; absent without them. */
  readonly total?: ExplainedMean | undefined;
  /** Exact, out of twenty; absent: nothing counts. */
  readonly average?: Figure | undefined;
  /** The rounding step: what is shown, and in which way it was rounded. */
  readonly rounding?: { readonly shown: string; readonly words: string } | undefined;
  /** The teacher entered this one by hand: it is the one that counts, the computed one stays explained. */
  readonly manual?: string | undefined;
  /** Why there is no average although marks are there. */
  readonly withheld?: string | undefined;
}

const IGNORED: Readonly<Record<Exclude<Ignored, keyof typeof NON_MARK_WORDS>, string>> = {
  nothingEntered: 'Aucune note saisie : ne compte pas.',
  noCoefficient: 'Coefficient 0 : ne compte pas.',
  notBetter: 'Note facultative qui n’améliorerait pas la moyenne : ne compte pas.',
  belowHalf: 'Bonus qui ne dépasse pas 10 sur 20 : ne compte pas, et ne fait rien perdre.',
  noCompulsory: 'Aucune note obligatoire ne compte : une note facultative ou un bonus ne fait pas une moyenne à lui seul.',
};

const isNonMark = (reason: Ignored): reason is keyof typeof NON_MARK_WORDS => reason in NON_MARK_WORDS;
const ignoredWords = (reason: Ignored): string => (isNonMark(reason) ? 'Ne compte pas.' : IGNORED[reason]);

const givenWords = ({ given, scale }: EvaluationLine): string => {
  if (given === undefined) return 'Non saisi';
  return 'mark' in given ? `${frenchDecimal(given.mark)}/${frenchDecimal(scale)}` : NON_MARK_WORDS[given.none].label;
};

const weightWords = ({ coefficient, scale, rescaled }: EvaluationLine): string => {
  const said = `Coefficient ${frenchDecimal(coefficient)}`;
  if (scale === TWENTY) return said;
  return rescaled ? `${said}, note ramenée sur 20` : `${said} × barème ${frenchDecimal(scale)} ÷ 20`;
};

const countedWords = ({ line, use }: LineOutcome, what: string): string => {
  if (use.kind === 'ignored') return ignoredWords(use.reason);
  if (use.kind === 'bonus') return `${what} : bonus, seuls les points au-dessus de 10 sur 20 s’ajoutent, sans poids.`;
  const zero = line.given !== undefined && 'none' in line.given ? `${NON_MARK_WORDS[line.given.none].label}. ` : '';
  return `${zero}${what}${line.counting === 'optional' ? ' : note facultative retenue, elle améliore la moyenne' : ''}.`;
};

const evaluationLine = (outcome: LineOutcome): ExplainedLine => ({
  key: outcome.line.key,
  label: outcome.line.label,
  given: givenWords(outcome.line),
  value: outcome.value && figureOf(outcome.value),
  why: countedWords(outcome, weightWords(outcome.line)),
  ...effectOf(outcome.use),
});

const effectOf = (use: LineOutcome['use'] | SubjectOutcome['use']): Pick<ExplainedLine, 'effect' | 'weight' | 'points'> => ({
  effect: use.kind,
  weight: figureOf(use.kind === 'counted' ? use.weight : ofDecimal('0')),
  points: figureOf(use.kind === 'ignored' ? ofDecimal('0') : use.points),
});

const roundingOf = (average: Rational | undefined, mode: RoundingMode) =>
  average === undefined ? undefined : { shown: displayed(average, mode), words: ROUNDING_WORDS[mode] };

const APART = 'Autres évaluations';

const totalOf = (parts: ServiceAverage['parts'], total: Weighing): ExplainedMean => {
  const known = parts.filter(({ weighing }) => weighing.average !== undefined);
  return explainedMean(
    undefined,
    total,
    parts.map(({ part, weighing: { average } }, index) => {
      const use = total.uses[known.findIndex((one) => one === parts[index])];
      const why =
        average === undefined
          ? 'Aucune moyenne : ne compte pas.'
          : use?.kind === 'counted'
            ? `Coefficient ${frenchDecimal(part?.coefficient ?? '1')}.`
            : IGNORED.noCoefficient;
      return {
        key: part?.subSubjectId ?? '',
        label: part?.name ?? APART,
        given: average === undefined ? 'Pas de moyenne' : decimalText(average),
        value: average && figureOf(average),
        why,
        ...effectOf(use ?? { kind: 'ignored', reason: 'nothingEntered' }),
      };
    }),
  );
};

/** "Expliquer ma moyenne", for one subject: each mark, its weight, what it brings, what was left out and why. */
export const explainService = (service: ServiceAverage, mode: RoundingMode, manual?: Mark): Explanation => ({
  parts: service.parts
    .filter(({ lines }) => lines.length > 0 || service.total === undefined)
    .map(({ part, weighing, lines }) =>
      explainedMean(service.total === undefined ? undefined : (part?.name ?? APART), weighing, lines.map(evaluationLine)),
    ),
  total: service.total && totalOf(service.parts, service.total),
  average: service.average && figureOf(service.average),
  rounding: roundingOf(service.average, mode),
  manual: manual === undefined ? undefined : frenchDecimal(manual),
});

const subjectWords = ({ line, use }: SubjectOutcome): string => {
  if (use.kind === 'ignored' && use.reason === 'noAverage') return 'Pas encore de moyenne : ne compte pas.';
  if (line.weight.kind === 'conflict')
    return `La classe dit coefficient ${frenchDecimal(line.weight.ofClass)} et le groupe ${frenchDecimal(line.weight.ofService)} : à régler par l’établissement.`;
  const said = `Coefficient ${frenchDecimal(line.weight.coefficient)}`;
  if (use.kind === 'bonus') return `${said} : option, seuls les points au-dessus de 10 s’ajoutent, sans poids.`;
  if (use.kind === 'counted') return `${said}${line.manual === undefined ? '' : ', moyenne saisie par l’enseignant'}.`;
  return use.reason === 'withheld' || use.reason === 'noAverage' ? '' : IGNORED[use.reason];
};

const WITHHELD =
  'Pas de moyenne générale : deux coefficients différents sont enregistrés pour une matière. Le professeur principal ou la direction doit choisir.';

/** The same for the general average: each subject, its coefficient and what it brings. */
export const explainGeneral = ({ average, lines, weighing, conflicts }: GeneralAverage, mode: RoundingMode): Explanation => ({
  parts: [
    explainedMean(
      undefined,
      conflicts.length > 0 ? { ...weighing, average: undefined } : weighing,
      lines.map((outcome) => ({
        key: outcome.line.key,
        label: outcome.line.label,
        given: outcome.value === undefined ? 'Pas de moyenne' : decimalText(outcome.value),
        value: outcome.value && figureOf(outcome.value),
        why: subjectWords(outcome),
        ...effectOf(outcome.use),
      })),
    ),
  ],
  average: average && figureOf(average),
  rounding: roundingOf(average, mode),
  withheld: conflicts.length > 0 ? WITHHELD : undefined,
});
