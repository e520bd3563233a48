import { nameOf } from '@preau/shared/directory/names.ts';
import type { School, SchoolClass, SchoolGroup, SignInCandidate, StaffMember } from '@preau/shared/directory/schema.ts';
import { SchoolId, type PersonId } from '@preau/shared/kernel/ids.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { HOLDERS_MAX, holdersOf } from './entities.ts';
import type { LessonFields } from './lesson-fields.ts';
import { error, folded, warning, type LessonAnomaly } from './lesson-lines.ts';

/** What the import of lessons asks of the directory's door. */
export interface LessonsDirectory {
  readonly findSchool: (schoolId: SchoolId) => Promise<School | undefined>;
  readonly listClasses: (schoolId: SchoolId) => Promise<readonly SchoolClass[]>;
  readonly listGroups: (schoolId: SchoolId) => Promise<readonly SchoolGroup[]>;
  readonly listStaff: (schoolId: SchoolId) => Promise<readonly StaffMember[]>;
  readonly findStaffByMail: (mail: string) => Promise<readonly SignInCandidate[]>;
}

/** A line whose school, classes, groups and teachers are known; it becomes a slot once it has its name. */
export interface WantedSlot {
  readonly line: number;
  readonly uai: string;
  readonly slot: Omit<Slot, 'slotId'>;
}

interface SchoolWorld {
  readonly school: School;
  readonly classes: ReadonlyMap<string, SchoolClass>;
  readonly groups: ReadonlyMap<string, SchoolGroup>;
}

interface Teacher {
  readonly personId: PersonId;
  readonly name: string;
}

export interface Resolution {
  readonly wanted: readonly WantedSlot[];
  readonly schools: readonly (School & { readonly hasErrors: boolean })[];
  readonly anomalies: readonly LessonAnomaly[];
}

const schoolIdOf = (uai: string): SchoolId => SchoolId.parse(derivedId('sch', uai));

const byName = <T extends { readonly name: string; readonly label: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map([...all.map((one) => [folded(one.label), one] as const), ...all.map((one) => [folded(one.name), one] as const)]);

const loadSchool = async (uai: string, directory: LessonsDirectory): Promise<SchoolWorld | undefined> => {
  const school = await directory.findSchool(schoolIdOf(uai));
  if (school === undefined) return undefined;
  const [classes, groups] = await Promise.all([directory.listClasses(school.schoolId), directory.listGroups(school.schoolId)]);
  return { school, classes: byName(classes), groups: byName(groups) };
};

const named = (one: Pick<StaffMember, 'personId' | 'firstName' | 'lastName'>): Teacher => ({ personId: one.personId, name: nameOf(one) });

/** Everyone whom a file may name: the staff of its schools by name and mail, then whoever bears the other mails. */
const loadTeachers = async (
  lines: readonly LessonFields[],
  schoolIds: readonly SchoolId[],
  directory: LessonsDirectory,
): Promise<ReadonlyMap<string, readonly Teacher[]>> => {
  const staff = (await Promise.all(schoolIds.map((schoolId) => directory.listStaff(schoolId)))).flat();
  const keyed = staff.flatMap((one) => [
    [folded(`${one.lastName} ${one.firstName}`), one] as const,
    [folded(nameOf(one)), one] as const,
    ...(one.email === undefined ? [] : [[folded(one.email), one] as const]),
  ]);
  const known = new Map<string, readonly Teacher[]>();
  for (const [key, one] of keyed) {
    const same = (known.get(key) ?? []).filter((teacher) => teacher.personId !== one.personId);
    known.set(key, [...same, named(one)]);
  }
  const mails = new Set(lines.flatMap((line) => line.teacherNames).filter((name) => name.includes('@') && !known.has(folded(name))));
  for (const mail of mails) {
    const found = (await directory.findStaffByMail(mail)).filter((one) => one.status === 'active');
    known.set(folded(mail), found.map(named));
  }
  return known;
};

const each = <T>(
  names: readonly string[],
  find: (name: string) => T | string,
): { readonly found: readonly T[]; readonly faults: readonly string[] } => {
  const results = names.map(find);
  return {
    found: results.filter((result): result is Exclude<typeof result, string> => typeof result !== 'string'),
    faults: results.filter((result): result is Extract<typeof result, string> => typeof result === 'string'),
  };
};

const counted = (count: number, one: string): string => `${count} ${one}${count > 1 ? 's' : ''}`;

/** A lesson must remain one that the office can change; the classes of a group's members count like those that the line names. */
const tooManyIn = ({ classes, teachers }: WantedSlot['slot']): string | undefined =>
  holdersOf({ classes, teachers }).length <= HOLDERS_MAX
    ? undefined
    : `Ce cours réunit ${counted(classes.length, 'classe')} et ${counted(teachers.length, 'enseignant')} : ${HOLDERS_MAX} au plus, classes et enseignants ensemble. Écrivez-le sur plusieurs lignes, chacune avec une partie des classes et des enseignants.`;

const resolveLine = (
  fields: LessonFields,
  world: SchoolWorld,
  teachers: ReadonlyMap<string, readonly Teacher[]>,
): WantedSlot | LessonAnomaly => {
  const { line, uai, classNames, groupNames, teacherNames, ...when } = fields;
  const classes = each(classNames, (name) => world.classes.get(folded(name)) ?? `la classe « ${name} » est inconnue`);
  const groups = each(groupNames, (name) => world.groups.get(folded(name)) ?? `le groupe « ${name} » est inconnu`);
  const staff = each(teacherNames, (name) => {
    const [teacher, other] = teachers.get(folded(name)) ?? [];
    if (other !== undefined) return `« ${name} » désigne plusieurs personnes : indiquez son adresse académique`;
    return teacher ?? `l’enseignant « ${name} » est inconnu`;
  });
  const faults = [...classes.faults, ...groups.faults, ...staff.faults];
  if (faults.length > 0)
    return error(
      line,
      `Dans ${world.school.name}, ${faults.join(' ; ')}. Corrigez ce nom ou attendez la prochaine livraison de l’annuaire.`,
    );
  const ofGroups = groups.found.flatMap((group) => group.classIds);
  const attending =
    classes.found.length > 0 ? classes.found : [...new Set(world.classes.values())].filter((one) => ofGroups.includes(one.classId));
  if (attending.length === 0) return error(line, `Le groupe « ${groupNames.join(', ')} » n’a pas encore d’élève : indiquez ses classes.`);
  const sorted = <T>(all: readonly T[], idOf: (one: T) => string): T[] =>
    [...new Map(all.map((one) => [idOf(one), one])).values()].toSorted((a, b) => idOf(a).localeCompare(idOf(b)));
  const slot = {
    ...when,
    except: [...when.except],
    schoolId: world.school.schoolId,
    teachers: sorted(staff.found, (one) => one.personId),
    classes: sorted(attending, (one) => one.classId).map(({ classId, name }) => ({ classId, name })),
    groups: sorted(groups.found, (one) => one.groupId).map(({ groupId, name }) => ({ groupId, name })),
  };
  const tooMany = tooManyIn(slot);
  return tooMany === undefined ? { line, uai, slot } : error(line, tooMany);
};

/** Recognises the schools, classes, groups and teachers that lines name; a name that the directory does not know is an anomaly of its line. */
export const resolveLessons = async (lines: readonly LessonFields[], directory: LessonsDirectory): Promise<Resolution> => {
  const uais = [...new Set(lines.map((line) => line.uai))];
  const worlds = new Map<string, SchoolWorld>();
  for (const uai of uais) {
    const world = await loadSchool(uai, directory);
    if (world !== undefined) worlds.set(uai, world);
  }
  const teachers = await loadTeachers(
    lines,
    [...worlds.values()].map((world) => world.school.schoolId),
    directory,
  );
  const results = lines.map((line) => {
    const world = worlds.get(line.uai);
    return {
      uai: line.uai,
      result:
        world === undefined
          ? error(line.line, `L’établissement ${line.uai} n’est pas dans l’annuaire de l’académie.`)
          : resolveLine(line, world, teachers),
    };
  });
  const wanted = results.flatMap(({ result }) => ('slot' in result ? result : []));
  const faulty = new Set(results.flatMap(({ uai, result }) => ('slot' in result ? [] : uai)));
  return {
    wanted,
    schools: [...worlds].map(([uai, { school }]) => ({ ...school, hasErrors: faulty.has(uai) })),
    anomalies: [
      ...results.flatMap(({ result }) => ('slot' in result ? [] : result)),
      ...wanted
        .filter(({ slot }) => slot.teachers.length === 0)
        .map(({ line }) => warning(line, 'Aucun enseignant n’est indiqué : seule la vie scolaire pourra faire l’appel de ce cours.')),
    ],
  };
};
