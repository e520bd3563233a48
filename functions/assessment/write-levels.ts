import { deciding, type FinalLevels } from '@preau/shared/assessment/final-levels.ts';
import { levelsOperations, type LevelConflict } from '@preau/shared/assessment/levels-api.ts';
import { openingsOf } from '@preau/shared/assessment/marks-release.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import type { PersonId, SkillId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { listedName } from './council-subject.ts';
import { loadLevels, viewLevels } from './levels-view.ts';
import { loadService } from './load-service.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { AssessmentServices } from './services.ts';

/** Colleagues who decide of one pupil at the same instant. */
const ATTEMPTS = 4;

/** What is asked for one pupil, over what was read. */
interface Asked {
  readonly revision: number;
  readonly set: readonly { readonly skillId: SkillId; readonly level: number }[];
}

interface Saving {
  readonly key: Pick<FinalLevels, 'pupilId' | 'serviceId' | 'year' | 'subject'>;
  readonly name: string;
  readonly who: { readonly by: PersonId; readonly byName: string; readonly now: Instant };
  readonly openings: { readonly pupilFrom: Instant; readonly guardianFrom: Instant };
}

/** What a colleague has decided since the page was read is told; the others are saved. */
const saveOne = async (
  read: FinalLevels | undefined,
  asked: Asked,
  { key, name, who, openings }: Saving,
  { skills }: Pick<AssessmentServices, 'skills'>,
): Promise<{ readonly levels: FinalLevels | undefined; readonly saved: number; readonly conflicts: readonly LevelConflict[] }> => {
  let kept = read;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const levels = kept?.levels ?? {};
    const isTheirs = ({ skillId, level }: Asked['set'][number]): boolean => {
      const final = levels[skillId];
      return final !== undefined && final.revision > asked.revision && final.level !== level;
    };
    const conflicts = asked.set.filter(isTheirs).map(({ skillId }): LevelConflict => {
      const final = levels[skillId];
      return {
        pupilId: key.pupilId,
        name,
        skillId,
        ...(final === undefined ? {} : { theirs: final.level }),
        by: final?.byName ?? '',
        revision: kept?.revision ?? 0,
      };
    });
    const changes = asked.set.filter((one) => !isTheirs(one) && (levels[one.skillId]?.level ?? 0) !== one.level);
    if (changes.length === 0) return { levels: kept, saved: 0, conflicts };
    const revision = (kept?.revision ?? 0) + 1;
    const next: FinalLevels = { ...key, levels: deciding(levels, changes, { ...who, ...openings, revision }), revision };
    if (await skills.putFinalLevels(next)) return { levels: next, saved: changes.length, conflicts };
    kept = await skills.findFinalLevels(key);
  }
  throw new Error('Levels were changed again and again while they were saved');
};

/** Teachers decide the level of a skill for the year: pupils, then guardians, see it at the school's hours, and the computed one stays beside. */
export const writeLevels = bind<AssessmentServices>()(levelsOperations.writeLevels, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayEnterMarks,
  async run({ actor, subject: service, input: { body }, services, now }) {
    const loaded = await loadLevels(service, services, now);
    const pupils = new Map(loaded.roster.map((pupil) => [pupil.pupilId, pupil]));
    const asked = body.levels.map((one) => ({ one, pupil: pupils.get(one.pupilId) }));
    if (asked.some(({ pupil }) => pupil === undefined)) return refuse('assessment.not-in-service');
    if (asked.some(({ pupil }) => pupil?.classId !== undefined && loaded.closedFor.has(pupil.classId))) {
      return refuse('assessment.period-closed');
    }
    const known = new Set(loaded.skills.map(({ skillId }) => skillId));
    if (body.levels.some(({ set }) => set.some(({ skillId }) => !known.has(skillId)))) return refuse('assessment.skill-unknown');

    const [school, { settings }] = await Promise.all([
      services.directory.findSchoolSettings(service.schoolId),
      marksSettingsOf(service.schoolId, services),
    ]);
    const who = { by: actor.personId, byName: nameOf(actor), now };
    const { serviceId, subject } = service;
    const outcomes = await Promise.all(
      asked.map(({ one, pupil }) => {
        const { pupilId } = one;
        const { pupilFrom, guardianFrom } = openingsOf(pupilId, { now }, settings, school);
        const name = pupil === undefined ? '' : listedName(pupil);
        const saving = { key: { pupilId, serviceId, year: loaded.year, subject }, name, who, openings: { pupilFrom, guardianFrom } };
        return saveOne(loaded.decided.get(pupilId), one, saving, services);
      }),
    );
    const written = outcomes.flatMap(({ levels }) => (levels === undefined ? [] : [[levels.pupilId, levels] as const]));
    return {
      saved: outcomes.reduce((total, { saved }) => total + saved, 0),
      conflicts: outcomes.flatMap(({ conflicts }) => conflicts),
      view: viewLevels(actor, { ...loaded, decided: new Map([...loaded.decided, ...written]) }),
    };
  },
});
