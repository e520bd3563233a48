import { computedLevel, type FinalLevels } from '@preau/shared/assessment/final-levels.ts';
import type { LevelsView, LevelView } from '@preau/shared/assessment/levels-api.ts';
import { mayEnterMarks, readsMarksOf } from '@preau/shared/assessment/policy.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { skillsOfSubject } from '@preau/shared/assessment/skills.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { SkillId, type PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { listedName } from './council-subject.ts';
import { periodsOfService } from './periods-of-service.ts';
import { yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** The skills of a service over the year: what its evaluations gave each pupil, and what was decided beside. */
export const loadLevels = async (service: Service, services: AssessmentServices, now: Instant) => {
  const { serviceId, schoolId, subject, classes, groupId } = service;
  const year = yearAt(now);
  const [periods, roster, { skills }] = await Promise.all([
    periodsOfService(service, year, services),
    services.directory.listRoster({
      classIds: classes.map(({ classId }) => classId),
      groupIds: groupId === undefined ? [] : [groupId],
    }),
    services.skills.findReferential(schoolId),
  ]);
  const [evaluations, finals] = await Promise.all([
    Promise.all(periods.map(({ key }) => services.store.listEvaluations(serviceId, key))),
    services.skills.listFinalLevelsOf(
      serviceId,
      year,
      roster.map(({ pupilId }) => pupilId),
    ),
  ]);
  // What counts: published and not taken back, as families read it.
  const cells = evaluations
    .flat()
    .filter(({ publication, withdrawn }) => publication !== undefined && withdrawn === undefined)
    .map((evaluation) => evaluation.cells);
  const levelsOf = (pupilId: PersonId) =>
    cells.flatMap((column) =>
      Object.entries(column[pupilId]?.levels ?? {}).map(([skillId, level]) => ({ serviceId, skillId: SkillId.parse(skillId), level })),
    );
  const decided = new Map(finals.map((one) => [one.pupilId, one]));
  const used = new Set<SkillId>([
    ...skillsOfSubject(skills, subject).map(({ skillId }) => skillId),
    ...roster.flatMap(({ pupilId }) => levelsOf(pupilId).map(({ skillId }) => skillId)),
    ...finals.flatMap(({ levels }) => Object.keys(levels).map((id) => SkillId.parse(id))),
  ]);
  return {
    service,
    year,
    roster,
    skills: skills.filter(({ skillId }) => used.has(skillId)).map(({ skillId, label }) => ({ skillId, label })),
    levelsOf,
    decided,
    closedFor: new Set(periods.at(-1)?.closedFor),
  };
};

export type LoadedLevels = Awaited<ReturnType<typeof loadLevels>>;

const levelView = (skillId: SkillId, evaluated: ReturnType<LoadedLevels['levelsOf']>, decided: FinalLevels | undefined): LevelView => {
  const [computed, final] = [computedLevel(evaluated, skillId), decided?.levels[skillId]];
  return {
    skillId,
    ...(computed === undefined ? {} : { computed }),
    ...(final === undefined
      ? {}
      : {
          final: {
            level: final.level,
            byName: final.byName,
            at: final.at,
            pupilFrom: final.pupilFrom,
            guardianFrom: final.guardianFrom,
          },
        }),
  };
};

/** As its teachers, the head, the CPE and a head teacher for his class read it. */
export const viewLevels = (actor: Actor, { service, year, roster, skills, levelsOf, decided, closedFor }: LoadedLevels): LevelsView => ({
  serviceId: service.serviceId,
  subject: service.subject,
  to: service.to,
  year,
  skills,
  pupils: roster
    .filter(({ classId }) => readsMarksOf(actor, service, classId))
    .map((pupil) => {
      const [evaluated, own] = [levelsOf(pupil.pupilId), decided.get(pupil.pupilId)];
      return {
        pupilId: pupil.pupilId,
        name: listedName(pupil),
        closed: pupil.classId !== undefined && closedFor.has(pupil.classId),
        levels: skills.map(({ skillId }) => levelView(skillId, evaluated, own)),
        revision: own?.revision ?? 0,
      };
    }),
  mayWrite: mayEnterMarks(actor, service),
});
