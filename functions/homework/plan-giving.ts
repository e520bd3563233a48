import { nameOf } from '@preau/shared/directory/names.ts';
import { coversLesson, substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor, SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { FileRef } from '@preau/shared/files/schema.ts';
import type { WrittenHomework } from '@preau/shared/homework/api.ts';
import { classesOf } from '@preau/shared/homework/audience.ts';
import { refuseDue, refusePublication, seenFrom } from '@preau/shared/homework/dates.ts';
import { loadOf } from '@preau/shared/homework/load.ts';
import type { Homework, HomeworkCard } from '@preau/shared/homework/schema.ts';
import type { GivingForecast } from '@preau/shared/homework/views.ts';
import type { FileId, PersonId } from '@preau/shared/kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import { isEmptyRichText } from '@preau/shared/kernel/rich-text.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { groupOf, isLessonOf, listRosterOf, type AddressedTo } from './audiences.ts';
import type { HomeworkServices } from './services.ts';

/** The work as it would be, less its name and its content. */
type PlannedCard = Pick<HomeworkCard, 'to' | 'subject' | 'teachers' | 'givenOn' | 'dueOn' | 'dueLessonId' | 'publishedAt'>;

export interface Plan {
  readonly card: PlannedCard;
  readonly files: readonly FileRef[];
  readonly forecast: GivingForecast;
  readonly settings: SchoolSettings;
}

interface Asked {
  readonly actor: Actor;
  readonly to: AddressedTo;
  readonly written: Omit<WrittenHomework, 'audience'>;
  readonly now: Instant;
  /** When it is a change: the work as it stands. */
  readonly before?: Homework;
  /** Files that the work holds already, whoever sent them. */
  readonly kept?: readonly FileRef[];
}

type Services = Pick<HomeworkServices, 'store' | 'directory' | 'timetable' | 'files'>;

const findDueLesson = async (
  { to, written: { due } }: Asked,
  { timetable }: Services,
): Promise<Lesson | undefined | Refusal<'homework.lesson-unknown' | 'homework.lesson-cancelled'>> => {
  if (due.kind === 'date') return undefined;
  const lesson = await timetable.findLesson(due.lessonId);
  if (lesson?.schoolId !== to.schoolId || !isLessonOf(lesson, to.audience)) return refuse('homework.lesson-unknown');
  return lesson.change?.kind === 'cancelled' ? refuse('homework.lesson-cancelled') : lesson;
};

/** Whoever gives it, first; then those who share its lesson, or whom he stands in for: they find it as their own. */
const teachersOf = async (
  { actor, to, before }: Asked,
  lesson: Lesson | undefined,
  { directory }: Services,
): Promise<HomeworkCard['teachers']> => {
  const author = { personId: actor.personId, name: nameOf(actor) };
  const sharing = new Map<PersonId, string>((before?.teachers ?? []).map(({ personId, name }) => [personId, name]));
  const ofLesson = [...(lesson?.teachers ?? []), ...(lesson?.change?.previous.teachers ?? [])];
  const replaced = substitutionsOf(actor).filter((grant) => grant.schoolId === to.schoolId);
  const takesPart =
    ofLesson.some(({ personId }) => personId === actor.personId) ||
    (lesson !== undefined && replaced.some((grant) => coversLesson(grant, lesson)));
  if (takesPart) for (const { personId, name } of ofLesson) sharing.set(personId, name);
  const teachesByPost = actor.posts.some(
    (post) => post.schoolId === to.schoolId && post.classIds.some((id) => classesOf(to.audience).includes(id)),
  );
  for (const { forTeacherId, classIds, groupIds } of teachesByPost ? [] : replaced) {
    const groupId = groupOf(to.audience);
    const covers = groupId === undefined ? classesOf(to.audience).every((id) => classIds.includes(id)) : groupIds.includes(groupId);
    if (!covers || sharing.has(forTeacherId)) continue;
    const teacher = await directory.findActor(forTeacherId);
    if (teacher !== undefined) sharing.set(forTeacherId, nameOf(teacher));
  }
  const giver = before?.teachers[0] ?? author;
  sharing.delete(giver.personId);
  return [giver, ...[...sharing].map(([personId, name]) => ({ personId, name }))].slice(0, 4);
};

const audienceName = async (
  { to: { schoolId, audience } }: Asked,
  lesson: Lesson | undefined,
  { directory }: Services,
): Promise<string> => {
  const groupId = groupOf(audience);
  const [classId] = classesOf(audience);
  const onLesson =
    groupId === undefined
      ? lesson?.classes.find((one) => one.classId === classId)?.name
      : lesson?.groups.find((group) => group.groupId === groupId)?.name;
  if (onLesson !== undefined) return onLesson;
  if (groupId !== undefined) return (await directory.findGroup(groupId))?.name ?? 'Groupe';
  return (classId === undefined ? undefined : await directory.findClass(schoolId, classId))?.name ?? 'Classe';
};

const judgePupils = async (
  { to: { audience } }: Asked,
  services: Services,
): Promise<Refusal<'homework.pupil-not-in-audience'> | undefined> => {
  if (audience.kind !== 'pupils') return undefined;
  const known = new Set((await listRosterOf(audience, services)).map((pupil) => pupil.pupilId));
  const strangers = audience.pupilIds.filter((pupilId) => !known.has(pupilId));
  return strangers.length === 0 ? undefined : refuse('homework.pupil-not-in-audience', { pupilIds: strangers });
};

const joinFiles = async (
  { actor, written, kept = [] }: Asked,
  { files }: Services,
): Promise<readonly FileRef[] | Refusal<'homework.file-missing'>> => {
  const held = new Map<FileId, FileRef>(kept.map((file) => [file.fileId, file]));
  const fresh = written.files.filter(({ fileId }) => !held.has(fileId));
  const known = fresh.length === 0 ? [] : await files.listFiles(fresh.map(({ fileId }) => fileId));
  for (const { fileId, ownerId, purpose, status, name, mediaType, bytes } of known) {
    if (ownerId === actor.personId && purpose === 'resource' && status !== 'refused') held.set(fileId, { fileId, name, mediaType, bytes });
  }
  const missing = written.files.filter(({ fileId }) => !held.has(fileId)).map(({ fileId }) => fileId);
  if (missing.length > 0) return refuse('homework.file-missing', { fileIds: missing });
  return written.files.flatMap(({ fileId }) => held.get(fileId) ?? []);
};

/** Everything that giving a piece of work decides, without writing anything: when it is seen, what it adds to its day, or why it cannot be. */
export const planGiving = async (asked: Asked, services: Services) => {
  const { to, written, now, before } = asked;
  const [classId] = classesOf(to.audience);
  if (classId === undefined) throw new Error('An audience without a class');
  if (isEmptyRichText(written.body) && written.links.length === 0 && written.files.length === 0) return refuse('homework.nothing-to-do');

  const [settings, lesson, strangers, files] = await Promise.all([
    services.directory.findSchoolSettings(to.schoolId),
    findDueLesson(asked, services),
    judgePupils(asked, services),
    joinFiles(asked, services),
  ]);
  if (isRefusal(lesson)) return lesson;
  if (strangers !== undefined) return strangers;
  if (isRefusal(files)) return files;

  const today = localDateOf(now, settings.zone);
  const dueOn = written.due.kind === 'date' ? written.due.date : (lesson?.date ?? today);
  const givenOn = written.givenOn ?? before?.givenOn ?? today;
  const isSeen = before?.publishedAt !== undefined && before.publishedAt <= now;
  const seen = isSeen ? before.publishedAt : seenFrom(now, written.publishOn, settings);
  const publishedAt = written.as === 'publish' ? seen : undefined;

  if (dueOn !== before?.dueOn || !isSeen) {
    const refused =
      refuseDue({ dueOn, withLesson: lesson !== undefined }, today, settings) ??
      (publishedAt === undefined ? undefined : refusePublication(isSeen ? now : publishedAt, dueOn, settings));
    if (refused !== undefined) return refused;
  }
  if (givenOn > dueOn) return refuse('homework.given-after-due');
  const subject = lesson?.subject ?? written.subject ?? before?.subject;
  if (subject === undefined) return refuse('homework.subject-missing');

  const [teachers, name, due] = await Promise.all([
    teachersOf(asked, lesson, services),
    before?.to ?? audienceName(asked, lesson, services),
    services.store.listOfClass(classId, dueOn, dueOn),
  ]);
  const load = loadOf(due, classId, dueOn, before?.homeworkId);
  const { dayLimitMinutes } = settings.homework;
  const adds = to.audience.kind === 'pupils' ? 0 : (written.minutes ?? 0);
  const plan: Plan = {
    card: {
      to: name,
      subject,
      teachers,
      givenOn,
      dueOn,
      ...(lesson === undefined ? {} : { dueLessonId: lesson.lessonId }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
    },
    files,
    settings,
    forecast: {
      dueOn,
      ...(publishedAt === undefined ? {} : { publishedAt }),
      waits: publishedAt !== undefined && publishedAt > now,
      load,
      limitMinutes: dayLimitMinutes,
      overLimit: load.minutes + adds > dayLimitMinutes,
    },
  };
  return plan;
};
