import { DEFAULT_SKILLS } from '@preau/shared/assessment/default-skills.ts';
import type { Given } from '@preau/shared/assessment/mark.ts';
import { DEFAULT_MARKS_SETTINGS } from '@preau/shared/assessment/marks-settings.ts';
import { correctionInstant, openingsOf } from '@preau/shared/assessment/marks-release.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { KnownAttendee } from '@preau/shared/assessment/roster.ts';
import type { Cell, CellValue, Evaluation, EvaluationTerms, NamedPerson, Service } from '@preau/shared/assessment/schema.ts';
import { evaluationIdOf } from '@preau/shared/assessment/service-id.ts';
import type { SchoolSettings } from '@preau/shared/directory/schema.ts';
import type { SkillId } from '@preau/shared/kernel/ids.ts';
import { addDays, addSeconds, instantOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { COMMENTS, evaluationsFor, MOCK_EXAM, type EvaluationIdea } from './marks-texts.ts';
import { random, type Random } from './random.ts';

export interface Term {
  readonly seed: number;
  readonly now: Instant;
  /** School days of the past weeks, the oldest first. */
  readonly days: readonly LocalDate[];
  readonly periodOf: (date: LocalDate) => PeriodKey | undefined;
  readonly school: SchoolSettings;
  /** The class that everybody meets: its last evaluation is one that pupils see and their parents do not yet. */
  readonly isMet: (service: Service) => boolean;
}

const KEY = { from: 4, until: 16 };
const HOUR = 3600;
const CORRECTED = 0.08;
const COMMENTED = 0.08;

const termsOf = ({ title, skills = [], ...said }: EvaluationIdea, date: LocalDate): EvaluationTerms => ({
  title,
  date,
  scale: '20',
  coefficient: '1',
  rescaled: false,
  counting: 'compulsory',
  mock: false,
  ...said,
  skillIds: DEFAULT_SKILLS.map(({ skillId }) => skillId).filter((skillId) => skills.some((end) => skillId === `skl_${end}`)),
});

const bounded = (value: number, top: number): number => Math.min(top, Math.max(0, value));

/** Half points, as teachers mark. */
const markOf = (ability: number, scale: string, chance: Random): Given => {
  const outOf = Number(scale);
  const mark = bounded(((ability + chance.next() * 8 - 4) / 20) * outOf, outOf);
  return { mark: String(Math.round(mark * 2) / 2) };
};

const givenOf = (ability: number, { scale }: EvaluationTerms, isSport: boolean, chance: Random): Given => {
  const drawn = chance.next();
  if (drawn < 0.03) return { none: 'absent' };
  if (drawn < 0.035) return { none: 'absentZero' };
  if (drawn < 0.045) return { none: 'notSubmitted' };
  if (drawn < 0.05) return { none: 'exempt' };
  if (drawn < 0.053) return { none: 'notGraded' };
  if (drawn < 0.056) return { none: 'notSubmittedZero' };
  return isSport && drawn < 0.1 ? { none: 'unfit' } : markOf(ability, scale, chance);
};

const levelsOf = (skillIds: readonly SkillId[], ability: number, chance: Random): Record<SkillId, number> =>
  Object.fromEntries(skillIds.map((skillId) => [skillId, Math.round(bounded((ability + chance.next() * 6 - 3) / 5, 4))]));

const valueFor = (pupil: KnownAttendee, service: Service, terms: EvaluationTerms, seed: number): CellValue => {
  const talent = 6 + random(seed, `pupil ${pupil.pupilId}`).next() * 11;
  const taste = random(seed, `${service.subject} ${pupil.pupilId}`).next() * 5 - 2.5;
  const chance = random(seed, `${service.serviceId} ${terms.title} ${pupil.pupilId}`);
  const ability = talent + taste;
  const given = givenOf(ability, terms, /sportive/iu.test(service.subject), chance);
  return {
    given,
    ...('mark' in given && terms.skillIds.length > 0 ? { levels: levelsOf(terms.skillIds, ability, chance) } : {}),
    ...(chance.chance(COMMENTED) ? { comment: chance.pick(COMMENTS) } : {}),
  };
};

const wasThere = ({ arrivedOn, leftOn }: KnownAttendee, date: LocalDate): boolean =>
  (arrivedOn === undefined || arrivedOn <= date) && (leftOn === undefined || date < leftOn);

/** One mark in some evaluations was put right two days after it was seen. */
const corrected = (cell: Cell, publication: { readonly pupilFrom: Instant }, by: NamedPerson, { now, school }: Term): Cell => {
  if (cell.given === undefined || !('mark' in cell.given)) return cell;
  const at = addSeconds(publication.pupilFrom, 51 * HOUR);
  const mark = Number(cell.given.mark);
  const { version: _version, changed: _changed, ...before } = { ...cell, given: { mark: String(mark >= 1 ? mark - 1 : mark + 1) } };
  const visibleFrom = correctionInstant(at, publication, [], school);
  return at < now ? { ...cell, changed: [{ at, by: by.personId, before, visibleFrom }] } : cell;
};

/** The latest publication after which pupils see it by now, and their parents do not yet. */
const justPublished = (evaluationId: string, { now, school }: Term): Instant | undefined =>
  Array.from({ length: 96 }, (_, hours) => addSeconds(now, -hours * HOUR)).find((at) => {
    const { pupilFrom, guardianFrom } = openingsOf(evaluationId, { now: at }, DEFAULT_MARKS_SETTINGS, school);
    return pupilFrom <= now && now < guardianFrom;
  });

const evaluationOf = (
  idea: EvaluationIdea,
  { service, date, isLast }: { readonly service: Service; readonly date: LocalDate; readonly isLast: boolean },
  attendees: readonly KnownAttendee[],
  term: Term,
): Evaluation | undefined => {
  const { seed, now, school } = term;
  const period = term.periodOf(date);
  const [author] = service.teachers;
  if (period === undefined || author === undefined) return undefined;
  const terms = termsOf(idea, date);
  if (service.settings.subSubjects.length === 0) delete terms.subSubjectId;
  const key = derivedId('evl', `demo:${service.serviceId}:${date}`).slice(KEY.from, KEY.until);
  const evaluationId = evaluationIdOf({ serviceId: service.serviceId, period, key });
  const chance = random(seed, evaluationId);

  const enteredAt = instantOf(addDays(date, chance.int(1, 5)), '18:20');
  const publishedAt = (isLast && term.isMet(service) ? justPublished(evaluationId, term) : undefined) ?? addSeconds(enteredAt, 600);
  const { pupilFrom, guardianFrom } = openingsOf(evaluationId, { now: publishedAt }, DEFAULT_MARKS_SETTINGS, school);
  const publication = publishedAt > now ? undefined : { publishedBy: author.personId, publishedAt, pupilFrom, guardianFrom };
  // A draft is half entered.
  const marked = attendees.filter((one) => wasThere(one, date)).filter((_, index) => publication !== undefined || index % 2 === 0);
  const cells = marked.map((pupil): readonly [string, Cell] => [
    pupil.pupilId,
    { ...valueFor(pupil, service, terms, seed), version: 2, changed: [] },
  ]);
  const fixed = publication !== undefined && chance.chance(CORRECTED) ? chance.int(0, cells.length - 1) : -1;
  return {
    evaluationId,
    schoolId: service.schoolId,
    serviceId: service.serviceId,
    period,
    terms,
    ...(publication === undefined ? {} : { publication }),
    termsChanged: [],
    version: publication === undefined ? 2 : 3,
    termsVersion: 1,
    cells: Object.fromEntries(
      cells.map(([pupilId, cell], index) => [
        pupilId,
        index === fixed && publication !== undefined ? corrected(cell, publication, author, term) : cell,
      ]),
    ),
    authors: [author],
    saves: [{ version: 2, at: enteredAt < now ? enteredAt : now, by: author.personId }],
    requests: [],
  };
};

/** What the teacher of a service set since the term began, the oldest first; the same seed always gives the same. */
export const evaluationsOf = (service: Service, attendees: readonly KnownAttendee[], term: Term): readonly Evaluation[] => {
  const chance = random(term.seed, `marks ${service.serviceId}`);
  const hasMock = service.classes.every(({ name }) => name.startsWith('3')) && /math|fran[cç]ais/iu.test(service.subject);
  const ideas = [...evaluationsFor(service.subject), ...(hasMock ? [MOCK_EXAM] : [])];
  const every = term.days.length / ideas.length;
  return ideas.flatMap((idea, index) => {
    const date = term.days[Math.floor(index * every + chance.next() * every)];
    if (date === undefined) return [];
    return evaluationOf(idea, { service, date, isLast: index === ideas.length - 1 }, attendees, term) ?? [];
  });
};
