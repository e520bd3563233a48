import { directoryOperations } from '@preau/shared/directory/api.ts';
import { mayDecideRights } from '@preau/shared/directory/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { isConditionFailure } from '../runtime/entity.ts';
import { loadPupilFile, loadPupilSubject } from './pupil-file.ts';
import { rightsChange } from './rights-change.ts';
import type { DirectoryServices } from './services.ts';

/** Withholds a guardian's right or gives it back, on evidence; imports never touch the decision, and both directions are told. */
export const decideRights = bind<DirectoryServices>()(directoryOperations.decideRights, {
  subject: ({ input, services, now }) => loadPupilSubject(services.store, input.path.pupilId, localDateOf(now)),
  may: mayDecideRights,
  async run({ actor, subject, input, services, now }) {
    const { guardianId } = input.path;
    const { informed, decides, evidence, revision } = input.body;
    const link = subject.world.person.guardians?.find((one) => one.personId === guardianId);
    const guardian = link === undefined ? undefined : await services.store.findWorld(guardianId);
    if (link === undefined || guardian === undefined) return refuse('directory.not-a-guardian');
    if (evidence === '') return refuse('directory.evidence-required');
    const before = guardian.restrictions.filter((one) => one.pupilId === subject.pupilId);
    const decision = { informed, decides, since: subject.today, decidedBy: actor.personId, evidence };
    const { restriction, outbox } = rightsChange(
      subject,
      { guardianId, imported: link.rights, cause: 'school', decision, before, revision },
      now,
    );
    try {
      await services.store.putRestriction(restriction, outbox);
    } catch (error) {
      if (isConditionFailure(error)) return refuse('directory.changed-meanwhile');
      throw error;
    }
    return loadPupilFile(services.store, actor, subject);
  },
});
