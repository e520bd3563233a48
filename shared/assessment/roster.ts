import type { RosterPupil } from '../directory/schema.ts';
import type { ClassId, PersonId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/school-time.ts';

/** A pupil of a service, and between which days he was taught there when it was not all the year. */
export interface Attendee {
  readonly name: string;
  readonly classId?: ClassId | undefined;
  readonly className?: string | undefined;
  readonly arrivedOn?: LocalDate | undefined;
  readonly leftOn?: LocalDate | undefined;
}

export interface KnownAttendee extends Attendee {
  readonly pupilId: PersonId;
}

const attendeeOf = ({ firstName, lastName, classId, className }: RosterPupil): Attendee => ({
  name: `${lastName} ${firstName}`,
  ...(classId === undefined ? {} : { classId }),
  ...(className === undefined ? {} : { className }),
});

const arrivalOf = (before: Attendee | undefined, isFirst: boolean, today: LocalDate): Pick<Attendee, 'arrivedOn'> => {
  const arrivedOn = before === undefined ? (isFirst ? undefined : today) : before.arrivedOn;
  return arrivedOn === undefined ? {} : { arrivedOn };
};

/**
 * Everybody taught in a service this year: those of today in the order of their list, then those who have left.
 * The directory knows of today only: who was not there before has arrived today, who is no longer there has left today.
 */
export const attendeesOf = (
  known: ReadonlyMap<PersonId, Attendee> | undefined,
  current: readonly RosterPupil[],
  today: LocalDate,
): readonly KnownAttendee[] => {
  const here = new Set(current.map(({ pupilId }) => pupilId));
  const present = current.map((pupil) => ({
    pupilId: pupil.pupilId,
    ...attendeeOf(pupil),
    ...arrivalOf(known?.get(pupil.pupilId), known === undefined, today),
  }));
  const gone = [...(known ?? [])]
    .filter(([pupilId]) => !here.has(pupilId))
    .map(([pupilId, attendee]) => ({ ...attendee, pupilId, leftOn: attendee.leftOn ?? today }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
  return [...present, ...gone];
};

const textOf = ({ name, classId, className, arrivedOn, leftOn }: Attendee): string =>
  JSON.stringify([name, classId, className, arrivedOn, leftOn]);

/** What is to be kept of it, when it is not what was known. */
export const toKeep = (
  known: ReadonlyMap<PersonId, Attendee> | undefined,
  attendees: readonly KnownAttendee[],
): ReadonlyMap<PersonId, Attendee> | undefined => {
  const isKept =
    known !== undefined &&
    attendees.every((one) => {
      const before = known.get(one.pupilId);
      return before !== undefined && textOf(before) === textOf(one);
    });
  return isKept ? undefined : new Map(attendees.map(({ pupilId, ...attendee }) => [pupilId, attendee]));
};
