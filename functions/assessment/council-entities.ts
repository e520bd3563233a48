import type * as z from 'zod';
import { ClassProjects, Said } from '@preau/shared/assessment/class-projects.ts';
import { Council, CouncilDecision } from '@preau/shared/assessment/council.ts';
import { FinalLevels } from '@preau/shared/assessment/final-levels.ts';
import { PeriodKey, PeriodsVersion } from '@preau/shared/assessment/periods.ts';
import { Programme } from '@preau/shared/assessment/programme.ts';
import { About } from '@preau/shared/assessment/remarks-api.ts';
import { Remark } from '@preau/shared/assessment/remarks.ts';
import { Referential } from '@preau/shared/assessment/skills.ts';
import { ClassId, ServiceId, type SchoolId } from '@preau/shared/kernel/ids.ts';
import { entity } from '../runtime/entity.ts';

interface OfClass {
  readonly classId: ClassId;
}

const classPartition = ({ classId }: OfClass): string => `CLASS#${classId}`;

const versionText = (version: number): string => `V${String(version).padStart(6, '0')}`;

export const periodsPrefix = (year: number): string => `PERIODS#${year}#`;

export const periodsEntity = entity({
  type: 'PERIODS',
  schema: PeriodsVersion,
  pk: classPartition,
  sk: ({ year, version }: Pick<PeriodsVersion, 'year' | 'version'>) => `${periodsPrefix(year)}${versionText(version)}`,
});

const StoredRemark = Remark.extend({ serviceId: ServiceId, period: PeriodKey, about: About });
export type StoredRemark = z.infer<typeof StoredRemark>;

export const remarksPrefix = (period: PeriodKey): string => `REMARK#${period}#`;

/** One item for each remark: a save costs what was changed, and two teachers never overwrite each other. */
export const remarkEntity = entity({
  type: 'REMARK',
  schema: StoredRemark,
  pk: ({ serviceId }: { readonly serviceId: ServiceId }) => `SERVICE#${serviceId}`,
  sk: ({ period, about }: Pick<StoredRemark, 'period' | 'about'>) => `${remarksPrefix(period)}${about}`,
});

const StoredProgramme = Programme.extend({ serviceId: ServiceId, period: PeriodKey });
export type StoredProgramme = z.infer<typeof StoredProgramme>;

/** Beside the remarks, so that one query reads both. */
export const programmeEntity = entity({
  type: 'PROGRAMME',
  schema: StoredProgramme,
  pk: ({ serviceId }: { readonly serviceId: ServiceId }) => `SERVICE#${serviceId}`,
  sk: ({ period }: Pick<StoredProgramme, 'period'>) => `${remarksPrefix(period)}!`,
});

export const projectsPrefix = (period: PeriodKey): string => `PROJECTS#${period}`;

export const projectsEntity = entity({
  type: 'PROJECTS',
  schema: ClassProjects,
  pk: classPartition,
  sk: ({ period }: Pick<ClassProjects, 'period'>) => projectsPrefix(period),
});

/** Apart from the projects, so that two people who write of two pupils never overwrite each other. */
export const saidEntity = entity({
  type: 'SAID',
  schema: Said,
  pk: classPartition,
  sk: ({ period, about, pupilId }: Pick<Said, 'period' | 'about' | 'pupilId'>) => `${projectsPrefix(period)}#${about}#${pupilId}`,
});

export const councilPrefix = (period: PeriodKey): string => `COUNCIL#${period}`;

export const councilEntity = entity({
  type: 'COUNCIL',
  schema: Council,
  pk: classPartition,
  sk: ({ period }: Pick<Council, 'period'>) => councilPrefix(period),
});

const StoredDecision = CouncilDecision.extend({ classId: ClassId, period: PeriodKey });
export type StoredDecision = z.infer<typeof StoredDecision>;

/** Apart from the council, which thirty syntheses would make too heavy to save. */
export const decisionEntity = entity({
  type: 'DECISION',
  schema: StoredDecision,
  pk: classPartition,
  sk: ({ period, pupilId }: Pick<StoredDecision, 'period' | 'pupilId'>) => `${councilPrefix(period)}#${pupilId}`,
});

export const SKILLS_PREFIX = 'SKILLS#';

export const referentialEntity = entity({
  type: 'SKILLS',
  schema: Referential,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ version }: Pick<Referential, 'version'>) => `${SKILLS_PREFIX}${versionText(version)}`,
});

export const finalLevelsPrefix = (year: number): string => `LEVELS#${year}#`;

/** Under the pupil, so that his page reads what all his services decided in one query. */
export const finalLevelsEntity = entity({
  type: 'LEVELS',
  schema: FinalLevels,
  pk: ({ pupilId }: Pick<FinalLevels, 'pupilId'>) => `PUPIL#${pupilId}`,
  sk: ({ year, serviceId }: Pick<FinalLevels, 'year' | 'serviceId'>) => `${finalLevelsPrefix(year)}${serviceId}`,
});
