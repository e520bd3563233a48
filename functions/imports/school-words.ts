import type { SchoolRow } from './stage.ts';

const PREFIXES: readonly (readonly [RegExp, string, SchoolRow['kind']])[] = [
  [/^(?:CLG|COLLEGE|COLLÈGE)\b\s*/i, 'Collège', 'college'],
  [/^(?:LEGTA|LEGTPA|LEAP|LPA|EPLEFPA)\b\s*/i, 'Lycée agricole', 'lyceeAgricole'],
  [/^(?:LP|LYCEE PROFESSIONNEL|LYCÉE PROFESSIONNEL)\b\s*/i, 'Lycée professionnel', 'lyceePro'],
  [/^(?:LGT|LPO|LYC|LYCEE|LYCÉE)\b\s*/i, 'Lycée', 'lycee'],
];

const CODES: Readonly<Record<string, SchoolRow['kind']>> = {
  340: 'college',
  350: 'college',
  300: 'lycee',
  301: 'lycee',
  302: 'lycee',
  306: 'lycee',
  310: 'lyceePro',
  320: 'lyceePro',
  334: 'lyceePro',
};

const LITTLE = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'et', 'en', 'sur', 'sous', 'lès', 'aux', 'au']);

/** A name written in capitals, as a person would write it; one with small letters is left as it is. */
const inWords = (text: string, startsSentence: boolean): string =>
  /\p{Ll}/u.test(text)
    ? text
    : text
        .toLowerCase()
        .replaceAll(/\p{L}+/gu, (word, at: number) =>
          LITTLE.has(word) && (at > 0 || !startsSentence) ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
        );

/** `CLG$CLG DES TILLEULS$NANCY-ac-NANCY-METZ` → « Collège des Tilleuls »; a name of another shape is kept. */
export const schoolNameOf = (current: string): string => {
  const fields = current
    .replace(/-ac-[A-Z_-]+$/i, '')
    .split('$')
    .map((field) => field.trim());
  const name = fields[1] ?? fields[0] ?? '';
  const prefix = PREFIXES.find(([pattern]) => pattern.test(name));
  return prefix === undefined ? inWords(name, true) : `${prefix[1]} ${inWords(name.replace(prefix[0], ''), false)}`.trim();
};

export const schoolKindOf = (current: string, typeCode: string | undefined, ministry: string | undefined): SchoolRow['kind'] => {
  if (/agric/i.test(ministry ?? '')) return 'lyceeAgricole';
  const name = current.split('$')[1] ?? current;
  return CODES[typeCode?.trim() ?? ''] ?? PREFIXES.find(([pattern]) => pattern.test(name))?.[2] ?? 'other';
};
