import { addDays, addYears, type LocalDate } from '../kernel/school-time.ts';
import type { GuardianRights, Restriction } from './schema.ts';

/** The eighteenth birthday; a pupil born on 29 February is adult on 1 March of a common year. @see Code civil, art. 414 */
export const adultOnOf = (birthDate: LocalDate): LocalDate => {
  const birthday = addYears(birthDate, 18);
  return birthday.slice(-2) === birthDate.slice(-2) ? birthday : addDays(birthday, 1);
};

/** A pupil is adult from the eighteenth birthday on; one whose birth date is unknown is a minor. */
export const isAdult = (adultOn: LocalDate | undefined, today: LocalDate): boolean => adultOn !== undefined && adultOn <= today;

/** A restriction only withholds: it never gives a right that the import does not give; an adult pupil decides alone. @see Code civil, art. 371-1 */
export const rightsInForce = (
  imported: GuardianRights,
  restrictions: readonly Pick<Restriction, 'informed' | 'decides'>[],
  adult: boolean,
): GuardianRights => {
  const informed = imported.informed && restrictions.every((restriction) => restriction.informed);
  return {
    informed,
    decides: imported.decides && !adult && restrictions.every((restriction) => restriction.decides),
    contact: imported.contact && restrictions.every((restriction) => restriction.informed),
    payer: imported.payer,
  };
};

/** A pupil reads what concerns himself; only an adult decides, justifies and may be written to as his own responsible. */
export const rightsOverSelf = (adult: boolean): GuardianRights => ({ informed: true, decides: adult, contact: adult, payer: false });

/** Accents and case do not count in a class list: Élodie comes between Eddy and Emma. */
const collated = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toUpperCase();

/** Where a person stands in a list of names, in the order of the alphabet. */
export const placeInList = (person: { readonly lastName: string; readonly firstName: string; readonly personId: string }): string =>
  `${collated(person.lastName)}#${collated(person.firstName)}#${person.personId}`;
