import { classFiguresOf } from '@preau/shared/assessment/class-figures.ts';
import { PathCode, takesPart, type SaidAbout } from '@preau/shared/assessment/class-projects.ts';
import { MENTION_NAMES, OPINION_NAMES, type Absences } from '@preau/shared/assessment/council.ts';
import { averageOfSubjects } from '@preau/shared/assessment/general.ts';
import { periodName } from '@preau/shared/assessment/periods.ts';
import { ofDecimal, type Rational } from '@preau/shared/assessment/rational.ts';
import { isGiven } from '@preau/shared/assessment/remarks.ts';
import { displayed, frenchDecimal, ROUNDING_WORDS } from '@preau/shared/assessment/rounding.ts';
import type { RosterPupil, School, SchoolTeam } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Closure } from '@preau/shared/kernel/publication.ts';
import { firstSchoolDay } from '@preau/shared/kernel/school-calendar.ts';
import type { Card, CardModel, CardSubject } from '@preau/shared/reports/schema.ts';
import type { AssessedClass, AssessedService } from '../assessment/reads.ts';

export interface ClassFacts {
  readonly school: School;
  /** Of the school's own. */
  readonly closures: readonly Closure[];
  readonly team: SchoolTeam;
  readonly class: Card['class'];
  readonly pupils: readonly RosterPupil[];
  readonly assessed: AssessedClass;
  readonly absences: ReadonlyMap<PersonId, Absences>;
}

const MODELS: Readonly<Record<School['kind'], CardModel>> = {
  college: 'bilanPeriodique',
  lycee: 'bulletin',
  lyceePro: 'bulletinPro',
  lyceeAgricole: 'bulletinAgricole',
  other: 'bulletin',
};

const attends = (pupil: RosterPupil, { service }: AssessedService): boolean =>
  service.groupId === undefined || pupil.groupIds.includes(service.groupId);

const remarkOf = (pupilId: PersonId, { remarks }: AssessedService) => {
  const remark = remarks.find(({ about }) => about === pupilId);
  return remark !== undefined && isGiven(remark) ? remark : undefined;
};

/** The average that the teacher decided, else the one that is computed. */
const averageOf = (pupilId: PersonId, assessed: AssessedService): Rational | undefined => {
  const manual = remarkOf(pupilId, assessed)?.finalAverage;
  return manual === undefined ? assessed.averages.get(pupilId) : ofDecimal(manual);
};

const figuresOf = (assessed: AssessedService, { period, settings }: AssessedClass) =>
  settings.classFigures
    ? classFiguresOf(
        [...assessed.averages.values()].map((average) => ({ average })),
        period,
      )
    : undefined;

/** An average as the school shows it. */
const shownAs =
  ({ settings }: AssessedClass) =>
  (value: Rational): string =>
    displayed(value, settings.rounding);

const subjectOf = (pupil: RosterPupil, one: AssessedService, assessed: AssessedClass): CardSubject => {
  const { service, weight } = one;
  const remark = remarkOf(pupil.pupilId, one);
  const figures = figuresOf(one, assessed);
  const average = averageOf(pupil.pupilId, one);
  const shown = shownAs(assessed);
  return {
    label: service.subject,
    teachers: [...service.teachers, ...service.settings.coTeachers].map(({ personId, name }) => ({ personId, name })),
    ...(average === undefined ? {} : { average: shown(average) }),
    ...(figures === undefined ? {} : { classAverage: shown(figures.mean), lowest: shown(figures.min), highest: shown(figures.max) }),
    ...(weight.kind === 'said' ? { coefficient: frenchDecimal(weight.coefficient) } : {}),
    ...(remark?.position === undefined ? {} : { position: remark.position }),
    ...(remark === undefined || remark.text === '' ? {} : { remark: remark.text }),
    elements: [...one.elements],
  };
};

const generalOf = (pupil: RosterPupil, assessed: AssessedClass): Rational | undefined =>
  averageOfSubjects(
    assessed.services
      .filter((one) => attends(pupil, one))
      .map((one) => ({
        key: one.service.serviceId,
        label: one.service.subject,
        average: averageOf(pupil.pupilId, one),
        weight: one.weight,
      })),
    assessed.settings,
  ).average;

const decisionOf = (pupilId: PersonId, { decisions }: AssessedClass) => {
  const decision = decisions.find((one) => one.pupilId === pupilId);
  if (decision === undefined) return { orientation: [] };
  return {
    ...(decision.synthesis === '' ? {} : { synthesis: decision.synthesis }),
    ...(decision.mention === undefined ? {} : { mention: MENTION_NAMES[decision.mention] }),
    orientation: decision.opinions.map(({ wish, opinion }) => `${wish} : ${OPINION_NAMES[opinion]}`),
  };
};

/** What is said of a pupil besides his subjects; an empty text says nothing. */
const saidOf = (pupilId: PersonId, about: SaidAbout, { said }: AssessedClass): string | undefined =>
  said.find((one) => one.pupilId === pupilId && one.about === about && one.text !== '')?.text;

/** The projects that the pupil took part in. */
const projectsOf = (pupilId: PersonId, assessed: AssessedClass): Card['projects'] =>
  (assessed.projects?.projects ?? [])
    .filter((project) => takesPart(project, pupilId))
    .map(({ projectId, title, theme, subjects, description }) => {
      const comment = saidOf(pupilId, projectId, assessed);
      return {
        title,
        ...(theme === undefined ? {} : { theme }),
        subjects: [...subjects],
        ...(description === undefined ? {} : { description }),
        ...(comment === undefined ? {} : { comment }),
      };
    });

const pathsOf = (pupilId: PersonId, assessed: AssessedClass): Card['paths'] =>
  PathCode.options.flatMap((code) => {
    const [common, text] = [assessed.projects?.paths[code], saidOf(pupilId, code, assessed)];
    if (common === undefined && text === undefined) return [];
    return [{ code, ...(common === undefined ? {} : { common }), ...(text === undefined ? {} : { text }) }];
  });

const NO_ABSENCE: Absences = { justified: 0, unjustified: 0, lates: 0 };

/** The card of each pupil of a class, in the order of its list: what assessment knows, in the school's words and rounding. */
export const composeCards = ({ school, closures, team, class: schoolClass, pupils, assessed, absences }: ClassFacts): readonly Card[] => {
  const { scheme, period, council, settings } = assessed;
  const shown = shownAs(assessed);
  const general = new Map(pupils.map((pupil) => [pupil.pupilId, generalOf(pupil, assessed)]));
  const ofClass = settings.classFigures
    ? classFiguresOf(
        [...general.values()].map((average) => ({ average })),
        period,
      )
    : undefined;
  const { schoolId, uai, name, city, kind } = school;
  const firstDay = firstSchoolDay(scheme.year, uai, closures);
  return pupils.map((pupil) => {
    const { pupilId, firstName, lastName } = pupil;
    const own = general.get(pupilId);
    const comment = saidOf(pupilId, 'VIE_SCO', assessed);
    return {
      model: MODELS[kind],
      school: { schoolId, uai, name, city },
      year: scheme.year,
      period: {
        key: period.key,
        label: periodName(period.key),
        index: scheme.periods.findIndex(({ key }) => key === period.key) + 1,
        count: scheme.periods.length,
        // The school year begins before pupils are back.
        from: period.from < firstDay ? firstDay : period.from,
        until: period.until,
      },
      pupil: { pupilId, firstName, lastName },
      class: schoolClass,
      headTeachers: team.principals.map((one) => ({ ...one })),
      head: team.head,
      ...(council?.date === undefined ? {} : { councilOn: council.date }),
      subjects: assessed.services.filter((one) => attends(pupil, one)).map((one) => subjectOf(pupil, one, assessed)),
      ...(own === undefined ? {} : { generalAverage: shown(own) }),
      ...(ofClass === undefined ? {} : { classGeneralAverage: shown(ofClass.mean) }),
      rounding: `Moyennes arrondies ${ROUNDING_WORDS[settings.rounding]}.`,
      schoolLife: { ...(absences.get(pupilId) ?? NO_ABSENCE), ...(comment === undefined ? {} : { comment }) },
      ...decisionOf(pupilId, assessed),
      projects: projectsOf(pupilId, assessed),
      paths: pathsOf(pupilId, assessed),
    };
  });
};
