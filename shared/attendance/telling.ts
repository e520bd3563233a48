import type { LessonId } from '../kernel/ids.ts';
import { isAtSchool, isDeclared, isInRestOfDay } from './rules.ts';
import type { Observation, PupilDay, ToldKind } from './schema.ts';

/** One thing that families must learn: that it happened (`was` absent), or that what they learnt is not so. */
export interface Telling {
  readonly lessonId: LessonId;
  readonly was?: ToldKind;
  readonly now?: ToldKind;
  readonly revision: number;
}

interface OrderedLesson {
  readonly lessonId: LessonId;
  readonly start: string;
}

const hoursOf = (observation: Observation) => ({ from: observation.start, until: observation.end });

const truthOf = (day: PupilDay, observation: Observation | undefined): ToldKind | undefined => {
  if (observation === undefined || isAtSchool(day, hoursOf(observation))) return undefined;
  if (observation.kind === 'late') return 'lateness';
  return observation.kind === 'absent' ? 'absence' : undefined;
};

/** The family or the office already knows: declared, or answered for together with the rest of the day, whatever the office decided of it. */
const isExpected = (day: PupilDay, observation: Observation): boolean =>
  isDeclared(day, hoursOf(observation)) || day.justifications.some((justification) => isInRestOfDay(day, justification, observation.start));

const orderOf = (day: PupilDay, lessons: readonly OrderedLesson[]): readonly LessonId[] => {
  const all = new Map([...lessons, ...Object.values(day.observations)].map((one) => [one.lessonId, one.start]));
  return [...all].toSorted(([a, from], [b, until]) => from.localeCompare(until) || a.localeCompare(b)).map(([lessonId]) => lessonId);
};

const episodesOf = (day: PupilDay, lessons: readonly OrderedLesson[]): readonly (readonly Observation[])[] => {
  const episodes: Observation[][] = [[]];
  for (const lessonId of orderOf(day, lessons)) {
    const observation = day.observations[lessonId];
    if (observation !== undefined && truthOf(day, observation) === 'absence' && !isExpected(day, observation)) {
      episodes.at(-1)?.push(observation);
    } else {
      episodes.push([]);
    }
  }
  return episodes;
};

const firstOfUntoldEpisodes = (day: PupilDay, lessons: readonly OrderedLesson[]): ReadonlySet<LessonId> =>
  new Set(
    episodesOf(day, lessons).flatMap((episode) =>
      episode.some((observation) => observation.toldAs === 'absence') ? [] : episode.slice(0, 1).map((first) => first.lessonId),
    ),
  );

/**
 * What families must be told now: the first hour of an unexpected absence, each lateness once, and a correction when what they were told is no longer so.
 * `lessons` is the pupil's timetable of the day: an hour of presence between two absences makes two of them.
 * @see Code de l'éducation, art. R131-5
 */
export const tellingsOf = (day: PupilDay, lessons: readonly OrderedLesson[]): readonly Telling[] => {
  const toTell = firstOfUntoldEpisodes(day, lessons);
  return Object.values(day.observations).flatMap((observation) => {
    const truth = truthOf(day, observation);
    const was = observation.toldAs;
    const isTold = was !== undefined || truth === 'lateness' || toTell.has(observation.lessonId);
    const now = isTold ? truth : undefined;
    if (was === now) return [];
    const revision = (observation.toldRevision ?? 0) + 1;
    return [{ lessonId: observation.lessonId, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }), revision }];
  });
};

const remember = (observation: Observation, { now, revision }: Telling): Observation => {
  const { toldAs: _toldAs, ...rest } = observation;
  return { ...rest, ...(now === undefined ? {} : { toldAs: now }), toldRevision: revision };
};

/** The day once families have been told. */
export const afterTelling = (day: PupilDay, tellings: readonly Telling[]): PupilDay =>
  tellings.reduce((told, telling) => {
    const observation = told.observations[telling.lessonId];
    if (observation === undefined) return told;
    return { ...told, observations: { ...told.observations, [telling.lessonId]: remember(observation, telling) } };
  }, day);
