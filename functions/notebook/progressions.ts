import { ProgressionId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayPrepare, mayWriteOwned } from '@preau/shared/notebook/policy.ts';
import type { Progression } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { authorOf } from './author.ts';
import { viewProgression } from './sequence-subject.ts';
import type { NotebookServices } from './services.ts';

export const addProgression = bind<NotebookServices>()(notebookOperations.addProgression, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayPrepare,
  async run({ actor, subject: { schoolId }, input: { body }, services: { preparation }, now }) {
    const { requestId, ...wanted } = body;
    const progressionId = ProgressionId.parse(derivedId('prg', `${actor.personId}:${requestId}`));
    const progression: Progression = { progressionId, schoolId, owner: authorOf(actor), ...wanted, revision: 1, changedAt: now };
    const added = await preparation.putProgression(progression, undefined);
    return viewProgression(added ? progression : ((await preparation.findProgression(progressionId)) ?? progression), actor);
  },
});

export const writeProgression = bind<NotebookServices>()(notebookOperations.writeProgression, {
  subject: ({ input, services }) => services.preparation.findProgression(input.path.progressionId),
  may: mayWriteOwned,
  async run({ actor, subject: progression, input: { body }, services: { preparation }, now }) {
    const { revision, ...wanted } = body;
    if (revision !== progression.revision) return refuse('notebook.changed-meanwhile', { current: viewProgression(progression, actor) });
    const written = { ...progression, ...wanted, revision: revision + 1, changedAt: now };
    return (await preparation.putProgression(written, progression))
      ? viewProgression(written, actor)
      : refuse('notebook.changed-meanwhile');
  },
});

export const removeProgression = bind<NotebookServices>()(notebookOperations.removeProgression, {
  subject: ({ input, services }) => services.preparation.findProgression(input.path.progressionId),
  may: mayWriteOwned,
  async run({ subject: { progressionId }, services: { preparation } }) {
    await preparation.removeProgression(progressionId);
    return { progressionId };
  },
});
