import { observe } from '@preau/shared/attendance/observe.ts';
import type { RegisterVersion } from '@preau/shared/attendance/schema.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { takesPlaceAt } from '@preau/shared/timetable/changes.ts';
import type { LessonChanged } from '@preau/shared/timetable/events.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { foldDays } from './fold-day.ts';
import type { DayServices } from './services.ts';

type Changed = DataOf<typeof LessonChanged>;
type Place = Changed['before'];

const samePlace = (a: Place, b: Place): boolean => a.date === b.date && a.start === b.start;

/** Whoever a register of the lesson ever named otherwise than present. */
const namedIn = (versions: readonly RegisterVersion[]): readonly PersonId[] => [
  ...new Set(versions.flatMap((version) => version.changes.map((change) => change.pupilId))),
];

const refoldPlace = async (
  services: DayServices,
  { lessonId, schoolId }: Changed,
  place: Place,
  lesson: Lesson | undefined,
): Promise<void> => {
  const { date, start, subject } = place;
  const versions = await services.store.listVersions({ schoolId, date, start, lessonId });
  const latest = versions.at(-1);
  if (latest === undefined) return;
  const isHeld = lesson !== undefined && takesPlaceAt(lesson, place);
  const { end, version, marks } = latest;
  await foldDays(
    services,
    namedIn(versions).map((pupilId) => ({
      pupilId,
      schoolId,
      date,
      edit: (day) =>
        observe(day, { lessonId, start, end, subject, version, isHeld, mark: marks.find((mark) => mark.pupilId === pupilId) }, 'again'),
    })),
  );
};

const ROUNDS = 10;

const isSame = (a: Lesson | undefined, b: Lesson | undefined): boolean =>
  a?.date === b?.date && a?.start === b?.start && a?.change?.since === b?.change?.since;

/**
 * A lesson cancelled or moved after its roll call was missed by nobody; given back, its register counts again.
 * What counts is the lesson of this instant, and again while it keeps changing: whoever finishes last leaves the latest state.
 */
export const refoldLesson =
  (services: DayServices) =>
  async (changed: Changed): Promise<void> => {
    const { before, after, lessonId } = changed;
    const places = samePlace(before, after) ? [after] : [before, after];
    let lesson = await services.timetable.findLesson(lessonId);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const place of places) await refoldPlace(services, changed, place, lesson);
      const latest = await services.timetable.findLesson(lessonId);
      if (isSame(lesson, latest)) return;
      lesson = latest;
    }
    throw new Error('A lesson kept changing while its absences were counted again');
  };
