import type { Explanation } from './explain.ts';
import type { ExplainedMean } from './explained-mean.ts';

/** How an average is made, in words. */
export const FORMULA_WORDS =
  'La moyenne est la somme des points divisée par la somme des poids. Les points d’une note sont sa valeur sur 20 multipliée par son poids.';

const meanText = ({ label, lines, formula }: ExplainedMean): readonly string[] => [
  ...(label === undefined ? [] : [`${label} :`]),
  ...lines.map(({ label: name, given, value, effect, weight, points, why }) => {
    const brings = effect === 'counted' ? ` ${value?.text ?? ''} × ${weight.text} = ${points.text} points.` : ` + ${points.text} points.`;
    return `- ${name} (${given}) : ${why}${effect === 'ignored' ? '' : brings}`;
  }),
  ...(formula === undefined ? [] : [`Moyenne = ${formula}`]),
];

/** The whole explanation as plain text, line by line, for whoever copies it or has it read aloud. */
export const explanationText = ({ parts, total, average, rounding, manual, withheld }: Explanation): readonly string[] => [
  FORMULA_WORDS,
  ...parts.flatMap(meanText),
  ...(total === undefined ? [] : ['Ensemble :', ...meanText(total)]),
  ...(average === undefined && withheld === undefined ? ['Rien ne compte encore : pas de moyenne.'] : []),
  ...(average === undefined || rounding === undefined ? [] : [`${average.text}, arrondie ${rounding.words} : ${rounding.shown}.`]),
  ...(manual === undefined ? [] : [`L’enseignant a saisi ${manual} à la main : c’est cette moyenne qui compte.`]),
  ...(withheld === undefined ? [] : [withheld]),
];
