import type { ClassId, GroupId, SchoolId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/school-time.ts';
import type { Slot, Teacher } from './schema.ts';

/** A subject taught to one class or to one group, as the slots of the week give it. */
export interface TaughtSubject {
  readonly schoolId: SchoolId;
  /** As the timetable writes it. */
  readonly subject: string;
  /** Absent: a whole class. */
  readonly group?: { readonly groupId: GroupId; readonly name: string };
  readonly classes: readonly { readonly classId: ClassId; readonly name: string }[];
  readonly teachers: readonly Teacher[];
}

/** One name for one subject, whatever its capitals, accents and spaces. */
export const subjectName = (subject: string): string =>
  subject
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

interface Part {
  readonly key: string;
  readonly slot: Slot;
  readonly group?: TaughtSubject['group'];
  readonly classes: TaughtSubject['classes'];
}

/** With groups, a lesson is each group's own; without, each class's. */
const partsOf = (slot: Slot): readonly Part[] =>
  slot.groups.length > 0
    ? slot.groups.map((group) => ({ key: `${group.groupId}#${subjectName(slot.subject)}`, slot, group, classes: slot.classes }))
    : slot.classes.map((one) => ({ key: `${one.classId}#${subjectName(slot.subject)}`, slot, classes: [one] }));

const isInForce = ({ from, until }: Slot, today: LocalDate): boolean => from <= today && today <= until;

/** Who teaches it today; when nobody does any more or yet, those of the slots that end last. */
const current = (slots: readonly Slot[], today: LocalDate): readonly Slot[] => {
  const inForce = slots.filter((slot) => isInForce(slot, today));
  if (inForce.length > 0) return inForce;
  const last = slots
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
  return slots.filter(({ until }) => until === last);
};

const distinct = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [idOf(item), item])).values(),
];

/** The distinct subjects of some slots, in the order of their names: each subject of each class, and of each group once. */
export const subjectsTaught = (slots: readonly Slot[], today: LocalDate): readonly TaughtSubject[] => {
  const parts = Map.groupBy(slots.flatMap(partsOf), ({ key }) => key);
  return [...parts.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const teaching = current(
        same.map(({ slot }) => slot),
        today,
      );
      return {
        schoolId: first.slot.schoolId,
        subject: first.slot.subject,
        ...(first.group === undefined ? {} : { group: first.group }),
        classes: distinct(
          same.flatMap(({ classes }) => classes),
          ({ classId }) => classId,
        ),
        teachers: distinct(
          teaching.flatMap(({ teachers }) => teachers),
          ({ personId }) => personId,
        ),
      };
    })
    .toSorted(
      (a, b) =>
        a.subject.localeCompare(b.subject, 'fr') ||
        (a.classes[0]?.name ?? '').localeCompare(b.classes[0]?.name ?? '', 'fr', { numeric: true }),
    );
};
