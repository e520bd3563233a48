import { BOYS, CITIES, FATHERS, GIRLS, LAST_NAMES, MOTHERS, STREETS } from './names.ts';
import { mailOf, type Address, type DemoGuardian, type DemoPupil, type DemoSchool } from './model.ts';
import type { Random } from './random.ts';

/** Draws new keys: AAF numbers people within an academy. */
export interface Keys {
  readonly pupil: () => string;
  readonly guardian: () => string;
}

/** Keys of the school of that rank: 5,000 pupils and 15,000 adults at most. */
export const keysOf = (rank: number): Keys => {
  let [pupils, guardians] = [0, 0];
  return {
    pupil: () => String(4_000_000 + rank * 5_000 + (pupils += 1)),
    guardian: () => String(20_000_000 + rank * 15_000 + (guardians += 1)),
  };
};

const addressOf = (chance: Random): Address => {
  const [city, postalCode] = chance.pick(CITIES);
  return { street: `${chance.int(1, 140)} ${chance.pick(STREETS)}`, postalCode, city };
};

/** A number that the French authority keeps for fictions: it is nobody's. */
const mobileOf = (chance: Random): string => {
  const digits = String(chance.int(0, 9999)).padStart(4, '0');
  return `+33 6 39 98 ${digits.slice(0, 2)} ${digits.slice(2)}`;
};

const guardianOf = (chance: Random, keys: Keys, woman: boolean, lastName: string, address: Address): DemoGuardian => {
  const firstName = chance.pick(woman ? MOTHERS : FATHERS);
  return {
    jointure: keys.guardian(),
    firstName,
    lastName,
    title: woman ? 'Mme' : 'M.',
    ...(chance.chance(0.92) ? { mail: mailOf(firstName, `${lastName}${chance.int(1, 99)}`, 'famille.example') } : {}),
    ...(chance.chance(0.95) ? { mobile: mobileOf(chance) } : {}),
    ...(chance.chance(0.3) ? { smsMobile: mobileOf(chance) } : {}),
    address,
  };
};

interface Family {
  readonly guardians: readonly DemoGuardian[];
  readonly links: readonly string[];
  readonly lastName: string;
  readonly address: Address;
}

/** Two parents together or apart, one alone, a grandparent, somebody in charge: in the proportions of real files; one family in ten has codes of before 2018. */
const familyOf = (chance: Random, keys: Keys): Family => {
  const lastName = chance.pick(LAST_NAMES);
  const address = addressOf(chance);
  const old = chance.chance(0.1);
  const mother = guardianOf(chance, keys, true, chance.chance(0.4) ? chance.pick(LAST_NAMES) : lastName, address);
  const alone = chance.chance(0.12);
  const father = guardianOf(chance, keys, false, lastName, chance.chance(0.25) ? addressOf(chance) : address);
  const others = [
    ...(chance.chance(0.08) ? [['38', '0$0$1$0'] as const] : []),
    ...(chance.chance(0.03) ? [['37', '0$2$1$0'] as const] : []),
  ].map(([code, rest]) => ({ code, rest, person: guardianOf(chance, keys, chance.chance(0.6), lastName, addressOf(chance)) }));
  return {
    guardians: [mother, ...(alone ? [] : [father]), ...others.map((other) => other.person)],
    links: [
      `${mother.jointure}$${old ? '2$1$1$0$0' : '10$1$1$1$1'}`,
      ...(alone ? [] : [`${father.jointure}$${old ? '1$0$2$0$0' : '20$0$1$1$0'}`]),
      ...others.map(({ person, code, rest }) => `${person.jointure}$${code}$${rest}`),
    ],
    lastName,
    address,
  };
};

const AGES: Readonly<Record<string, number>> = { 6: 11, 5: 12, 4: 13, 3: 14, 2: 15, 1: 16, T: 17 };

/** Born in the year that the level expects, or the one before. */
const birthDateOf = (chance: Random, level: string, schoolYear: number): string => {
  const year = schoolYear - (AGES[level] ?? 12) - (chance.chance(0.1) ? 1 : 0);
  return `${year}-${String(chance.int(1, 12)).padStart(2, '0')}-${String(chance.int(1, 28)).padStart(2, '0')}`;
};

export interface SchoolPeople {
  readonly pupils: readonly DemoPupil[];
  readonly guardians: readonly DemoGuardian[];
}

/** The pupils of a school and their families: classes of equal size, brothers and sisters together, one group of each band. */
export const populate = (chance: Random, school: DemoSchool, size: number, keys: Keys, schoolYear: number): SchoolPeople => {
  const pupils: DemoPupil[] = [];
  const guardians: DemoGuardian[] = [];
  while (pupils.length < size) {
    const family = familyOf(chance, keys);
    guardians.push(...family.guardians);
    const children = chance.chance(0.72) ? 1 : chance.int(2, 3);
    for (let child = 0; child < children && pupils.length < size; child += 1) {
      // Seats are taken round the classes, so that brothers and sisters are not all in one.
      const schoolClass = school.classes[(pupils.length * 7) % school.classes.length];
      if (schoolClass === undefined) throw new Error(`${school.name} has no class`);
      const groups = school.groups.filter((group) => group.level === schoolClass.level);
      const girl = chance.chance(0.5);
      pupils.push({
        jointure: keys.pupil(),
        firstName: chance.pick(girl ? GIRLS : BOYS),
        lastName: family.lastName,
        title: girl ? 'Mme' : 'M.',
        birthDate: birthDateOf(chance, schoolClass.level, schoolYear),
        uai: school.uai,
        className: schoolClass.name,
        groupNames: groups.length === 0 ? [] : [chance.pick(groups).name],
        links: family.links,
        address: family.address,
      });
    }
  }
  return { pupils, guardians };
};
