import type { GuardianRights, Relationship, StaffFunction } from '../directory/schema.ts';
import type { LocalDate } from '../kernel/school-time.ts';

/** Codes before 2018 and since: the two tables share no code, so a code tells its generation. */
const OLD: Readonly<Record<string, Relationship>> = {
  1: 'father',
  2: 'mother',
  3: 'tutor',
  4: 'family',
  5: 'childWelfare',
  6: 'other',
  7: 'self',
};
const NEW: Readonly<Record<string, Relationship>> = {
  10: 'mother',
  20: 'father',
  37: 'sibling',
  38: 'ascendant',
  39: 'family',
  41: 'educator',
  42: 'fosterCarer',
  43: 'childMinder',
  50: 'tutor',
  51: 'childWelfare',
  70: 'self',
  90: 'other',
};

export interface PupilLink {
  readonly guardianKey: string;
  readonly relationship: Relationship;
  readonly rights: GuardianRights;
  /** The five fields after the key, to tell two lines of one person apart. */
  readonly line: string;
}

/** Legal guardian: 1, and in dumps of before 2018 also 2, the second parent; today 2 is a person in charge, without rights, and 0 a contact. */
const isLegal = (legal: string, relationshipCode: string): boolean => legal === '1' || (legal === '2' && relationshipCode in OLD);

/** One value of ENTElevePersRelEleve, `key$relation$financial$legal$contact$payment`; undefined when it has not its six fields or is not of the table. */
export const linkOf = (value: string): PupilLink | undefined => {
  const fields = value.split('$').map((field) => field.trim());
  const [guardianKey, code, , legal, contact, payment] = fields;
  if (fields.length !== 6 || guardianKey === undefined || guardianKey === '' || code === undefined) return undefined;
  if (legal === undefined || !['0', '1', '2'].includes(legal)) return undefined;
  const relationship = OLD[code] ?? NEW[code];
  if (relationship === undefined) return undefined;
  const legally = isLegal(legal, code);
  return {
    guardianKey,
    relationship,
    rights: { informed: legally, decides: legally, contact: contact === '1', payer: payment === '1' },
    line: fields.slice(1).join('$'),
  };
};

/** A line that some softwares add beside the true one: when a person appears twice, the other line is right. */
const DEFAULT_LINE = '1$1$1$1$0';

/** One link per person: of several, the first that is not the default line. */
export const oneLinkEach = (links: readonly PupilLink[]): readonly PupilLink[] => {
  const kept = new Map<string, PupilLink>();
  for (const link of links) {
    const before = kept.get(link.guardianKey);
    if (before === undefined || (before.line === DEFAULT_LINE && link.line !== DEFAULT_LINE)) kept.set(link.guardianKey, link);
  }
  return [...kept.values()];
};

/** `dd/mm/yyyy` as a school date; undefined for a day that does not exist. */
export const dateOf = (value: string): LocalDate | undefined => {
  const parts = /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})$/.exec(value.trim())?.groups;
  if (parts === undefined) return undefined;
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined;
};

/** A mobile number that a text can be sent to, in E.164; undefined for a landline or anything else. */
export const mobileOf = (value: string): string | undefined => {
  const digits = value.replaceAll(/[\s.\-()]/g, '').replace(/^00/, '+');
  if (/^0[67]\d{8}$/.test(digits)) return `+33${digits.slice(1)}`;
  if (/^\+33[67]\d{8}$/.test(digits)) return digits;
  return /^\+(?!33)[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
};

const FUNCTIONS: Readonly<Record<string, StaffFunction>> = {
  DIR: 'DIR',
  CPE: 'CPE',
  EDU: 'CPE',
  AED: 'AED',
  SUR: 'AED',
  ENS: 'ENS',
  DOC: 'DOC',
};

/** What a function of the feed is in a school; whoever is not listed is other staff, without access to pupils' absences. */
export const staffFunctionOf = (code: string): StaffFunction => FUNCTIONS[code.trim().toUpperCase()] ?? 'ETA';

/** Above one in twenty, and more than a few where a few are every day's work, what vanishes must be confirmed by its count. */
export const needsVanishConfirmation = (vanished: number, known: number, few = 0): boolean =>
  known > 0 && vanished > few && vanished * 20 > known;

/** A school's lessons that may end at once without a confirmation, however few it has. */
export const FEW_LESSONS = 10;

/** Days between two deliveries beyond which a partial one has lost its base. */
export const MAX_DELTA_DAYS = 7;
