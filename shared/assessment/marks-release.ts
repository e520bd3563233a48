import type { SchoolSettings } from '../directory/schema.ts';
import { isOpenAt, laterAudienceInstant, publicationInstant, spreadInstant } from '../kernel/publication.ts';
import { addDays, instantOf, localDateOf, localTimeOf, type Instant, type LocalDate } from '../kernel/school-time.ts';
import type { MarksSettings } from './marks-settings.ts';
import type { Publication } from './schema.ts';

type Window = Pick<SchoolSettings, 'publication' | 'zone' | 'spreadMinutes'>;

/** Further than any holidays. */
const DAYS_AHEAD = 120;

/** The school's next hour for marks at which its window is open; without hours, the next opening. */
const nextHour = (asked: Instant, hours: MarksSettings['hours'], { publication, zone }: Window): Instant => {
  if (hours.length === 0) return publicationInstant(asked, publication, zone);
  const today = localDateOf(asked, zone);
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const date = addDays(today, days);
    const found = hours
      .toSorted()
      .map((hour) => instantOf(date, hour, zone))
      .find((instant) => Date.parse(instant) >= Date.parse(asked) && isOpenAt(instant, publication, zone));
    if (found !== undefined) return found;
  }
  return publicationInstant(asked, publication, zone);
};

export interface MarksOpening {
  readonly asked: Instant;
  /** The hours to display. */
  readonly pupils: Instant;
  readonly guardians: Instant;
  /** The instants that decide: a whole school's releases are spread over some minutes. */
  readonly pupilFrom: Instant;
  readonly guardianFrom: Instant;
}

/** When pupils, then guardians, see an evaluation published now, or from a later day. */
export const openingsOf = (
  evaluationId: string,
  { now, from }: { readonly now: Instant; readonly from?: LocalDate | undefined },
  { hours, guardianDelayHours }: Pick<MarksSettings, 'hours' | 'guardianDelayHours'>,
  school: Window,
): MarksOpening => {
  const { publication, zone, spreadMinutes } = school;
  const day = from === undefined ? undefined : instantOf(from, '00:00', zone);
  const asked = day !== undefined && Date.parse(day) > Date.parse(now) ? day : now;
  const pupils = nextHour(asked, hours, school);
  const later = (opening: Instant): Instant => laterAudienceInstant(opening, guardianDelayHours, publication, zone);
  const pupilFrom = pupils === now ? pupils : spreadInstant(evaluationId, pupils, spreadMinutes);
  const guardians = later(pupils);
  const opensThen = Date.parse(guardians) > Date.parse(pupils) + guardianDelayHours * 3_600_000;
  const guardianFrom = opensThen ? spreadInstant(evaluationId, guardians, spreadMinutes) : later(pupilFrom);
  return { asked, pupils, guardians, pupilFrom, guardianFrom: Date.parse(guardianFrom) < Date.parse(pupilFrom) ? pupilFrom : guardianFrom };
};

/** A correction is read at the next opening of the window, never before the marks themselves nor before an earlier correction. */
export const correctionInstant = (
  now: Instant,
  { pupilFrom }: Pick<Publication, 'pupilFrom'>,
  earlier: readonly { readonly visibleFrom: Instant }[],
  { publication, zone }: Pick<Window, 'publication' | 'zone'>,
): Instant =>
  [publicationInstant(now, publication, zone), pupilFrom, ...earlier.map(({ visibleFrom }) => visibleFrom)].reduce((latest, one) =>
    Date.parse(one) > Date.parse(latest) ? one : latest,
  );

/** A day and an hour as a page says them: `14:00`. */
export const onDay = (instant: Instant, zone: string): { readonly date: LocalDate; readonly time: string } => ({
  date: localDateOf(instant, zone),
  time: localTimeOf(instant, zone),
});
