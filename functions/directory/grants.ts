import { GrantChanged } from '@preau/shared/directory/events.ts';
import { grantStateOf, subjectOf } from '@preau/shared/directory/grant.ts';
import type { GrantView } from '@preau/shared/directory/grants-api.ts';
import type { GrantRecord, HeldGrantRecord } from '@preau/shared/directory/record.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import { addDays, instantOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { namesOf } from './names.ts';
import type { DirectoryServices } from './services.ts';

/** The holder's side of a grant: the engine erases it some time after its last day, whatever the zone; a grant that is over counts no more anyway. */
export const heldGrantOf = ({ personId, grantId, grant }: GrantRecord): HeldGrantRecord => ({
  personId,
  grantId,
  grant,
  ttl: Date.parse(instantOf(addDays(grant.until, 2), '00:00')) / 1000,
});

/** What the giving or the end of a grant tells others. */
export const grantChanged = ({ grantId, personId, schoolId, grant, revoked }: GrantRecord, now: Instant): Envelope =>
  happened(GrantChanged, {
    id: `${grantId}#${revoked === undefined ? 'given' : 'revoked'}`,
    at: now,
    schoolId,
    data: { grantId, personId, schoolId, kind: grant.kind, from: grant.from, until: grant.until, revoked: revoked !== undefined },
  });

const peopleOf = (record: GrantRecord) => [
  record.personId,
  subjectOf(record.grant),
  record.givenBy,
  ...(record.revoked === undefined ? [] : [record.revoked.by]),
];

/** Names of what a school's substitutes take over. */
export const audienceNames = async (schoolId: SchoolId, { directory }: Pick<DirectoryServices, 'directory'>) => {
  const [classes, groups] = await Promise.all([directory.listClasses(schoolId), directory.listGroups(schoolId)]);
  return new Map<string, string>([
    ...classes.map(({ classId, name }) => [classId, name] as const),
    ...groups.map(({ groupId, name }) => [groupId, name] as const),
  ]);
};

export const audienceOf = ({ grant }: Pick<GrantRecord, 'grant'>, names: ReadonlyMap<string, string>): string[] =>
  grant.kind === 'substitute' ? [...grant.classIds, ...grant.groupIds].map((id) => names.get(id)).filter((name) => name !== undefined) : [];

/** Grants as the head reads them, with the names of all whom they concern. */
export const grantViews = async (
  schoolId: SchoolId,
  records: readonly GrantRecord[],
  today: LocalDate,
  services: DirectoryServices,
): Promise<GrantView[]> => {
  const replaces = records.some(({ grant }) => grant.kind === 'substitute');
  const [names, audiences] = await Promise.all([
    namesOf(records.flatMap(peopleOf), services.store),
    replaces ? audienceNames(schoolId, services) : new Map<string, string>(),
  ]);
  return records.map((record) => {
    const { grantId, personId, grant, evidence, givenBy, givenOn, revoked } = record;
    return {
      grantId,
      kind: grant.kind,
      personId,
      person: names.get(personId) ?? '',
      about: names.get(subjectOf(grant)) ?? '',
      audience: audienceOf(record, audiences),
      from: grant.from,
      until: grant.until,
      state: grantStateOf(grant, revoked !== undefined, today),
      evidence,
      givenBy: names.get(givenBy) ?? '',
      givenOn,
      ...(revoked === undefined ? {} : { revoked: { on: revoked.on, by: names.get(revoked.by) ?? '', reason: revoked.reason } }),
    };
  });
};

/** One grant as the head reads it. */
export const grantView = async (record: GrantRecord, today: LocalDate, services: DirectoryServices): Promise<GrantView> => {
  const [view] = await grantViews(record.schoolId, [record], today, services);
  if (view === undefined) throw new Error('A grant has a view');
  return view;
};
