import { disciplineKey, disciplineOf, subjectKey, type LsuInput } from './lsu-input.ts';
import type { CardSubject } from './schema.ts';
import { element, writable, type XmlElement } from './xml.ts';

/** A text that the file may hold, within its limit; nothing when it says nothing, for an empty element is refused. */
export const text = (name: string, value: string | undefined, max: number): XmlElement | undefined => {
  const said = writable(value ?? '')
    .trim()
    .slice(0, max)
    .trim();
  return said === '' ? undefined : element(name, {}, said);
};

/** The same on one line, for an attribute. */
export const line = (value: string | undefined, max: number): string | undefined =>
  writable(value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .trim() || undefined;

export const list = (name: string, items: readonly (XmlElement | undefined)[]): XmlElement | undefined => {
  const there = items.filter((item) => item !== undefined);
  return there.length === 0 ? undefined : element(name, {}, there);
};

/** Names of what is referred to, in the order of first sight: the same cards give the same file. */
const namer = (prefix: string) => {
  const names = new Map<string, string>();
  return (key: string): string => {
    const name = names.get(key) ?? `${prefix}${names.size + 1}`;
    names.set(key, name);
    return name;
  };
};

export const names = () => ({
  pupil: namer('EL_'),
  period: namer('P_'),
  discipline: namer('DI_'),
  teacher: namer('ENS_'),
  programme: namer('EP_'),
  project: namer('EPI_'),
  team: namer('EPIG_'),
  support: namer('AP_'),
  supportTeam: namer('APG_'),
});
export type Names = ReturnType<typeof names>;

export const unique = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
  [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();

export const disciplineRef = (input: LsuInput, ids: Names, subject: Pick<CardSubject, 'label'>): string => {
  const found = disciplineOf(input, subject);
  return ids.discipline(found === undefined ? subjectKey(subject.label) : disciplineKey(found));
};
