import { directoryOperations } from '@preau/shared/directory/api.ts';
import { mayObject } from '@preau/shared/directory/policy.ts';
import { isAdult } from '@preau/shared/directory/rules.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { isConditionFailure } from '../runtime/entity.ts';
import { loadPupilSubject, type PupilSubject } from './pupil-file.ts';
import { rightsChange } from './rights-change.ts';
import type { DirectoryServices } from './services.ts';

const SELF_EVIDENCE = 'Décision de l’élève majeur';

const changesFor = async (
  subject: PupilSubject,
  decision: Parameters<typeof rightsChange>[1]['decision'],
  now: string,
  services: DirectoryServices,
) => {
  const links = subject.world.person.guardians ?? [];
  const worlds = await Promise.all(links.map((link) => services.store.findWorld(link.personId)));
  return links.flatMap((link, index) => {
    const world = worlds[index];
    if (world === undefined) return [];
    const before = world.restrictions.filter((one) => one.pupilId === subject.pupilId);
    const revision = before.find((one) => one.cause === 'adultPupil')?.revision ?? 0;
    return [
      rightsChange(subject, { guardianId: link.personId, imported: link.rights, cause: 'adultPupil', decision, before, revision }, now),
    ];
  });
};

/** An adult pupil objects to his guardians being informed, or lifts the objection; the head may record a written one. @see circulaire 74-325 */
export const setObjection = bind<DirectoryServices>()(directoryOperations.setObjection, {
  subject: ({ input, services, now }) => loadPupilSubject(services.store, input.path.pupilId, localDateOf(now)),
  may: mayObject,
  async run({ actor, subject, input, services, now }) {
    const { active } = input.body;
    const byHimself = actor.self?.pupilId === subject.pupilId;
    const evidence = byHimself ? SELF_EVIDENCE : (input.body.evidence ?? '');
    if (!isAdult(subject.adultOn, subject.today)) return refuse('directory.not-adult');
    if (evidence === '') return refuse('directory.evidence-required');
    const who = { since: subject.today, decidedBy: actor.personId, evidence };
    const revision = (subject.world.objection?.revision ?? 0) + 1;
    const changes = await changesFor(subject, { informed: !active, decides: !active, ...who }, now, services);
    try {
      await services.store.putObjection({ pupilId: subject.pupilId, active, revision, ...who }, changes);
    } catch (error) {
      if (isConditionFailure(error)) return refuse('directory.changed-meanwhile');
      throw error;
    }
    return { pupilId: subject.pupilId, active };
  },
});
