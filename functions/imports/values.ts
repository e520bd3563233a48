import type { AafRecord } from './aaf-reader.ts';
import type { Named } from './stage.ts';

/** Attributes that an empty value clears; elsewhere emptiness says nothing. */
const CLEARABLE = new Set([
  'ENTAuxEnsClassesPrincipal',
  'mobile',
  'ENTPersonMobileSMS',
  'ENTEleveClasses',
  'ENTEleveGroupes',
  'ENTAuxEnsClassesMatieres',
  'ENTAuxEnsGroupesMatieres',
]);

/** The values of an attribute; undefined when the record does not speak of it. */
export const valuesOf = (record: AafRecord, name: string): readonly string[] | undefined => {
  const all = record.attributes.get(name);
  const values = all?.filter((value) => value !== '');
  if (all === undefined || values === undefined) return undefined;
  return values.length > 0 || CLEARABLE.has(name) ? values : undefined;
};

export const valueOf = (record: AafRecord, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const [value] = valuesOf(record, name) ?? [];
    if (value !== undefined) return value;
  }
  return undefined;
};

/** `52006$3A` or `55794$1S2$062900`: the school's key and the name; other shapes are left out. */
const namedOf = (value: string): Named | undefined => {
  const [school = '', name = ''] = value.split('$').map((part) => part.trim());
  return school === '' || name === '' || school === '-' || name === '-' ? undefined : [school, name];
};

/** Several attributes that say the same, each pair once; undefined when the record speaks of none. */
export const namedIn = (record: AafRecord, ...attributes: readonly string[]): readonly Named[] | undefined => {
  const lists = attributes.map((name) => valuesOf(record, name)).filter((list) => list !== undefined);
  if (lists.length === 0) return undefined;
  const pairs = lists
    .flat()
    .map(namedOf)
    .filter((pair) => pair !== undefined);
  return [...new Map(pairs.map((pair) => [pair.join('$'), pair])).values()];
};

/** `062900` or `12-062900`; undefined for what is no national code. */
export const subjectCodeOf = (value: string): string | undefined => /(?:^|-)(?<code>[0-9A-Z]{6})$/.exec(value.trim())?.groups?.['code'];

/** The school and the subject of each `55794$1S2$062900`. */
export const taughtIn = (record: AafRecord, attribute: string): readonly (readonly [school: string, code: string])[] =>
  (valuesOf(record, attribute) ?? []).flatMap((value) => {
    const [school = '', , subject = ''] = value.split('$').map((part) => part.trim());
    const code = subjectCodeOf(subject);
    return school === '' || code === undefined ? [] : [[school, code] as const];
  });
