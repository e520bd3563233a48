import { FATHERS, LAST_NAMES, MOTHERS } from './names.ts';
import { mailOf, type DemoSchool, type DemoStaff, type Service } from './model.ts';
import type { Random } from './random.ts';
import { BAND_HOURS, HOURS } from './schools.ts';

export const STAFF_MAIL = 'ac-demo.example';
const WEEK_HOURS = 18;
/** Kept for the staff whom everybody meets. */
const KEPT_NAMES = new Set(['Schmitt', 'Humbert', 'Weber', 'Thouvenin', 'Saïdi', 'Marchal', 'Claudel']);

/** Names of staff are all different: their mails come from them. */
const staffNames = (chance: Random, rank: number) => {
  const used = new Set<string>();
  let number = 0;
  return (functionCode: string, uai: string): DemoStaff => {
    for (;;) {
      const woman = chance.chance(0.6);
      const [firstName, lastName] = [chance.pick(woman ? MOTHERS : FATHERS), chance.pick(LAST_NAMES)];
      if (KEPT_NAMES.has(lastName) || used.has(`${firstName} ${lastName}`)) continue;
      used.add(`${firstName} ${lastName}`);
      number += 1;
      const mail = mailOf(firstName, `${lastName}${rank === 0 ? '' : rank}`, STAFF_MAIL);
      return {
        jointure: String(70_000_000 + rank * 1000 + number),
        firstName,
        lastName,
        title: woman ? 'Mme' : 'M.',
        mail: rank === 0 ? mail : mail.replace('@', `${rank}@`),
        posts: [{ uai, functionCode, principalOf: [] }],
        services: [],
      };
    }
  };
};

const demandsOf = (school: DemoSchool): readonly Service[] => [
  ...HOURS[school.kind].flatMap(([subject, hours]) =>
    school.classes.map(({ name }) => ({ uai: school.uai, subject, className: name, hours })),
  ),
  ...school.groups.map(({ name, subject }) => ({ uai: school.uai, subject, groupName: name, hours: BAND_HOURS })),
];

/** Groups of one band are taught at once: each needs a teacher of its own. */
const bandOf = (school: DemoSchool, service: Service): string | undefined =>
  school.groups.find((group) => group.name === service.groupName)?.level;

const takes = (school: DemoSchool, teacher: DemoStaff, service: Service): boolean => {
  const hours = teacher.services.reduce((sum, one) => sum + one.hours, 0);
  const level = bandOf(school, service);
  return hours + service.hours <= WEEK_HOURS && (level === undefined || teacher.services.every((one) => bandOf(school, one) !== level));
};

/** Teachers for every class and group, a head teacher for each class, and the head, the CPE, the supervisors, the librarian and the office. */
export const staffOf = (chance: Random, school: DemoSchool, rank: number): readonly DemoStaff[] => {
  const hire = staffNames(chance, rank);
  const bySubject = Map.groupBy(demandsOf(school), (service) => service.subject);
  const teachers = [...bySubject.values()].flatMap((services) => {
    const hired: DemoStaff[] = [];
    for (const service of services) {
      const index = hired.findIndex((teacher) => takes(school, teacher, service));
      const teacher = hired[index] ?? hire('ENS', school.uai);
      const busier = { ...teacher, services: [...teacher.services, service] };
      if (index < 0) hired.push(busier);
      else hired[index] = busier;
    }
    return hired;
  });
  const principals = new Map<DemoStaff, string>();
  for (const { name } of school.classes) {
    const free = teachers.find((teacher) => !principals.has(teacher) && teacher.services.some((service) => service.className === name));
    if (free !== undefined) principals.set(free, name);
  }
  const others = ['DIR', 'DIR', 'CPE', ...(school.kind === 'lycee' ? ['EDU'] : []), 'AED', 'AED', 'DOC', 'ADF'].map((code) =>
    hire(code, school.uai),
  );
  return [
    ...teachers.map((teacher) => {
      const principalOf = principals.get(teacher);
      return principalOf === undefined
        ? teacher
        : { ...teacher, posts: [{ uai: school.uai, functionCode: 'ENS', principalOf: [principalOf] }] };
    }),
    ...others,
  ];
};
