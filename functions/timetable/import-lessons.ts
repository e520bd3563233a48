import type { School } from '@preau/shared/directory/schema.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { readLessonFields } from './lesson-fields.ts';
import { readLessonLines, warning, type LessonAnomaly } from './lesson-lines.ts';
import { lessonsLost, type LessonsLost } from './lessons-lost.ts';
import { findOverlaps } from './lesson-overlaps.ts';
import { nameSlots } from './name-slots.ts';
import { planSlots, type SlotsPlan } from './plan-slots.ts';
import { resolveLessons, type LessonsDirectory } from './resolve-lessons.ts';
import type { TimetableStore } from './store.ts';

export interface LessonsImportServices {
  readonly directory: LessonsDirectory;
  readonly timetable: Pick<TimetableStore, 'listAllSlots' | 'putSlots'>;
  /** The school date from which changes apply. */
  readonly today: LocalDate;
}

interface SchoolPlan extends SlotsPlan, LessonsLost {
  readonly school: Pick<School, 'schoolId' | 'uai' | 'name'>;
}

/** What a lessons file would change, school by school, and every line that needs a look. */
export interface LessonsPlan {
  readonly lines: number;
  readonly schools: readonly SchoolPlan[];
  readonly anomalies: readonly LessonAnomaly[];
}

const NOT_ENDED =
  'des lignes de cet établissement sont en erreur : les cours absents du fichier ne sont pas terminés. Corrigez ces lignes, puis importez de nouveau.';

/** Reads a lessons file (docs/formats/emplois-du-temps.md) and says what it would change, writing nothing; the same file twice changes nothing. */
export const planLessons = async (file: Uint8Array, services: LessonsImportServices): Promise<LessonsPlan> => {
  const { lines, anomalies } = readLessonLines(file);
  const fields = lines.map(readLessonFields);
  const read = fields.flatMap((one) => ('weekday' in one ? one : []));
  const { wanted, schools, anomalies: unresolved } = await resolveLessons(read, services.directory);
  const stored: Slot[] = [];
  for (const { schoolId } of schools) stored.push(...(await services.timetable.listAllSlots(schoolId)));
  const { slots, anomalies: repeated } = nameSlots(wanted, stored, services.today);
  // A line that is not even cut into cells may belong to any school of the file.
  const unread = [...anomalies, ...fields.flatMap((one) => ('weekday' in one ? [] : one))].filter((one) => one.severity === 'error');
  const keepsMissing = (school: { readonly hasErrors: boolean }): boolean => school.hasErrors || unread.length > 0;
  const plans = schools.map((school): SchoolPlan => {
    const { schoolId, uai, name } = school;
    const own = slots.flatMap(({ slot }) => (slot.schoolId === schoolId ? slot : []));
    const before = stored.filter((slot) => slot.schoolId === schoolId);
    const plan = planSlots(own, before, services.today, !keepsMissing(school));
    return { school: { schoolId, uai, name }, ...plan, ...lessonsLost(plan, before, services.today) };
  });
  const kept = schools.filter(keepsMissing).map((school) => warning(0, `${school.name} : ${NOT_ENDED}`));
  return {
    lines: lines.length + anomalies.filter((one) => one.severity === 'error' && one.line > 1).length,
    schools: plans,
    anomalies: [
      ...anomalies,
      ...fields.flatMap((one) => ('weekday' in one ? [] : one)),
      ...unresolved,
      ...repeated,
      ...findOverlaps(slots),
      ...kept,
    ].toSorted((a, b) => a.line - b.line),
  };
};

/** Writes a plan; each slot changes with all its copies or not at all, and a plan whose slots changed meanwhile is refused by its conditions. */
export const applyLessons = async (
  plan: LessonsPlan,
  { timetable }: Pick<LessonsImportServices, 'timetable'>,
  onWritten: (count: number) => void = () => {},
): Promise<{ readonly written: number }> => {
  const changes = plan.schools.flatMap(({ added, changed, ended }) => [...added, ...changed, ...ended]);
  await timetable.putSlots(changes, onWritten);
  return { written: changes.length };
};
