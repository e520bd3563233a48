import type { Database } from '../runtime/database/database.ts';
import type { PersonRecord, Subject } from '@preau/shared/directory/record.ts';
import type {
  Actor,
  NationalTeacher,
  Pupil,
  Recipient,
  RosterPupil,
  School,
  SchoolClass,
  SchoolGroup,
  SchoolSettings,
  SchoolTeam,
  SignInCandidate,
  StaffMember,
  Subscriber,
} from '@preau/shared/directory/schema.ts';
import { settingsOf } from '@preau/shared/directory/settings.ts';
import { PersonId, type ClassId, type GroupId, type SchoolId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { personIdOf } from './ids.ts';
import { tableName } from '../runtime/environment.ts';
import { directoryStore, type DirectoryStore } from './store.ts';
import { actorOf, adultSelfRecipientOf, candidateOf, pupilOf, recipientOf, rosterOf, rosterPupilOf, subscriberOf } from './views.ts';

export interface RosterQuery {
  readonly classIds: readonly ClassId[];
  /** Empty: whole classes; else only their members. */
  readonly groupIds: readonly GroupId[];
}

const CIVILITIES = { M: 'M.', MME: 'Mme' } as const;

const addressOf = ({ civility, firstName, lastName }: PersonRecord): string =>
  [...(civility === undefined ? [] : [CIVILITIES[civility]]), firstName, lastName].join(' ');

/** Classes and groups that left the feed are kept for the past only. */
const inFeed = (record: { readonly detachedOn?: string | undefined }): boolean => record.detachedOn === undefined;

const classOf = ({ classId, name, label }: SchoolClass): SchoolClass => ({ classId, name, label });

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/** The directory's door: the few reads that other domains may use; `today` is the school date that ages and rights are judged at. */
export const directoryReads = (store: DirectoryStore, today: () => LocalDate = () => localDateOf(new Date().toISOString())) => {
  const classesOf = async ({ classIds, groupIds }: RosterQuery): Promise<readonly ClassId[]> => {
    const groups = await Promise.all(groupIds.map((groupId) => store.findGroup(groupId)));
    // A group may draw from classes that it did not draw from when the timetable came.
    return [...new Set([...classIds, ...groups.flatMap((group) => group?.classIds ?? [])])];
  };

  const unlistedPupils = async (classId: ClassId): Promise<readonly RosterPupil[]> =>
    (await store.listPupilsOfClass(classId)).map(rosterPupilOf);

  const listEach = (personIds: readonly PersonId[]): Promise<readonly PersonRecord[]> => store.listPeople([...new Set(personIds)]);

  const places = new Map<SchoolId, Pick<School, 'uai' | 'zone'>>();

  /** Where a school is never changes: an environment reads it once in its life. */
  const findPlace = async (schoolId: SchoolId): Promise<Pick<School, 'uai' | 'zone'> | undefined> => {
    const school = places.get(schoolId) ?? (await store.findSchool(schoolId));
    if (school !== undefined) places.set(schoolId, { uai: school.uai, zone: school.zone });
    return school;
  };

  const candidatesOf = async (people: readonly PersonRecord[]): Promise<readonly SignInCandidate[]> => {
    const blocked = new Set(
      (await store.listPreferences(people.map((person) => person.personId))).filter((one) => one.blocked).map((one) => one.personId),
    );
    return people.map((person) => candidateOf(person, blocked.has(person.personId)));
  };

  return {
    /** Who acts, with the relations and rights of this instant, in one query; undefined for the unknown, the blocked and the vanished. */
    findActor: async (personId: string): Promise<Actor | undefined> => {
      const id = PersonId.safeParse(personId);
      const world = id.success ? await store.findWorld(id.data) : undefined;
      return world === undefined ? undefined : actorOf(world, today());
    },

    /** A pupil with his place and his guardians' ids, vanished or not: his history stays readable. */
    findPupil: async (pupilId: PersonId): Promise<Pupil | undefined> => {
      const person = await store.findPerson(pupilId);
      return person === undefined ? undefined : pupilOf(person);
    },

    /** The pupils who attend a lesson of these classes and groups, in the order of the class list. */
    listRoster: async (query: RosterQuery): Promise<readonly RosterPupil[]> => {
      const classIds = await classesOf(query);
      const lists = new Map((await store.listClassLists(classIds)).map((list) => [list.classId, rosterOf(list)]));
      const classes = await Promise.all(classIds.map(async (classId) => lists.get(classId) ?? unlistedPupils(classId)));
      const pupils = classes.flat();
      if (query.groupIds.length === 0) return pupils;
      return pupils.filter((pupil) => pupil.groupIds.some((groupId) => query.groupIds.includes(groupId)));
    },

    /** Who is told today of what happens to a pupil: every guardian with the right to be informed, and an adult pupil himself. */
    listRecipients: async (pupilId: PersonId): Promise<readonly Recipient[]> => {
      const pupil = await store.findWorld(pupilId);
      if (pupil?.person.status !== 'active') return [];
      const adults = (pupil.person.guardians ?? []).filter((link) => link.rights.informed && link.personId !== pupilId);
      const worlds = await Promise.all(adults.map((link) => store.findWorld(link.personId)));
      const guardians = worlds.filter(isDefined).map((world) => recipientOf(world, pupilId, today()));
      return [adultSelfRecipientOf(pupil, today()), ...guardians].filter(isDefined);
    },

    /** The evening's message: one person with his own address and his relations of this instant; undefined for the blocked and the vanished. */
    findSubscriber: async (personId: PersonId): Promise<Subscriber | undefined> => {
      const world = await store.findWorld(personId);
      return world === undefined ? undefined : subscriberOf(world, today());
    },

    findSchool: async (schoolId: SchoolId): Promise<School | undefined> => {
      const found = await store.findSchool(schoolId);
      if (found === undefined) return undefined;
      const { joinKey: _joinKey, hash: _hash, detachedOn: _detachedOn, ...school } = found;
      return school;
    },

    /** What a school has decided for publication and homework, defaults where it decided nothing. */
    findSchoolSettings: async (schoolId: SchoolId): Promise<SchoolSettings> => {
      const [school, [settings]] = await Promise.all([findPlace(schoolId), store.listSettings(schoolId, 1)]);
      return settingsOf(settings?.decided, school, today());
    },

    listClasses: async (schoolId: SchoolId): Promise<readonly SchoolClass[]> =>
      (await store.listClasses(schoolId)).filter(inFeed).map(classOf),

    /** One class of a school; undefined when it has left the feed. */
    findClass: async (schoolId: SchoolId, classId: ClassId): Promise<SchoolClass | undefined> => {
      const found = await store.findClass(schoolId, classId);
      return found !== undefined && inFeed(found) ? classOf(found) : undefined;
    },

    listGroups: async (schoolId: SchoolId): Promise<readonly SchoolGroup[]> =>
      (await store.listGroups(schoolId)).filter(inFeed).map(({ groupId, name, label, classIds }) => ({ groupId, name, label, classIds })),

    /** The classes that a group draws from today. */
    findGroup: async (groupId: GroupId): Promise<SchoolGroup | undefined> => {
      const group = await store.findGroup(groupId);
      if (group === undefined || !inFeed(group)) return undefined;
      return { groupId, name: group.name, label: group.label, classIds: group.classIds };
    },

    /** Active staff whose first school it is, in the order of their names; whoever also teaches elsewhere is found there by mail. */
    listStaff: async (schoolId: SchoolId): Promise<readonly StaffMember[]> =>
      (await store.listStaffOfSchool(schoolId)).map(({ personId, firstName, lastName, email }) => ({
        personId,
        firstName,
        lastName,
        ...(email === undefined ? {} : { email }),
      })),

    /** The LSU: pupils with the number that the ministry's base knows them by; absent from the map when the feed gave none. */
    listBaseIds: async (pupilIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> =>
      new Map((await listEach(pupilIds)).flatMap(({ personId, baseId }) => (baseId === undefined ? [] : [[personId, baseId] as const]))),

    /** The LSU: teachers as national files name them, in no order. */
    listNationalTeachers: async (personIds: readonly PersonId[]): Promise<readonly NationalTeacher[]> =>
      (await listEach(personIds)).map(({ personId, firstName, lastName, civility, stsId }) => ({
        personId,
        firstName,
        lastName,
        ...(civility === undefined ? {} : { civility }),
        ...(stsId === undefined ? {} : { stsId }),
      })),

    /** The subjects taught in a school, by their national codes; none before an import has brought them. */
    listTaughtSubjects: async (schoolId: SchoolId): Promise<readonly Subject[]> => {
      const found = await store.findTaughtSubjects(schoolId);
      return found === undefined || !inFeed(found) ? [] : found.subjects;
    },

    /** Report cards: who signs for a class, among staff whose first school it is. */
    findTeam: async (schoolId: SchoolId, classId: ClassId): Promise<SchoolTeam> => {
      const staff = await store.listStaffOfSchool(schoolId);
      const postsOf = ({ posts = [] }: PersonRecord) => posts.filter((post) => post.schoolId === schoolId);
      const head = staff.find((one) => postsOf(one).some((post) => post.functions.includes('DIR')));
      const principals = staff.filter((one) => postsOf(one).some((post) => post.principalOf.includes(classId)));
      return {
        head: head === undefined ? '' : addressOf(head),
        principals: principals.map((one) => ({ personId: one.personId, name: addressOf(one) })),
      };
    },

    /** People whom join keys (`NANCY-METZ-4100253`) name, whatever their status: the caller drops the blocked and the detached. */
    findPeopleByJoinKeys: async (keys: readonly string[]): Promise<readonly SignInCandidate[]> =>
      candidatesOf(await store.listPeople([...new Set(keys.map(personIdOf))])),

    /** True when a pupil's record names one of these join keys as a mere contact, who has no account for want of any right. */
    areContacts: async (keys: readonly string[]): Promise<boolean> =>
      (await store.listContacts([...new Set(keys.map(personIdOf))])).some(inFeed),

    /** Active staff who bear an academic mail; several when the feed says so. */
    findStaffByMail: async (mail: string): Promise<readonly SignInCandidate[]> => candidatesOf(await store.listStaffByMail(mail.trim())),

    /** Signing out everywhere: sessions opened before this epoch second are void at the next request. */
    endSessions: (personId: PersonId, validFrom: number): Promise<void> => store.setPreference(personId, { sessionsValidFrom: validFrom }),
  };
};

export type DirectoryReads = ReturnType<typeof directoryReads>;

/** The door as a function of any domain opens it: the directory's table named by its environment. */
export const directoryDoor = (client: Database): DirectoryReads => directoryReads(directoryStore(tableName('directory'), client));
