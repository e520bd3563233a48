import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { isVisible, mayChange } from '@preau/shared/homework/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { announce } from './announce.ts';
import type { HomeworkServices } from './services.ts';
import { givenRow } from './views.ts';

/** Restores what was taken back, as it was: who could see it sees it again. */
export const restoreWork = bind<HomeworkServices>()(homeworkOperations.restoreWork, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayChange,
  async run({ actor, subject: before, services: { store, directory }, now }) {
    if (before.withdrawnAt === undefined) return { row: givenRow(before, actor, now) };
    const { withdrawnAt: _withdrawn, ...kept } = before;
    const after = { ...kept, revision: before.revision + 1 };
    if (after.publishedAt !== undefined) {
      const settings = await directory.findSchoolSettings(before.schoolId);
      // Taken back before anybody was told: it is told now, once in any case.
      await announce(store, after, 'published', { asked: after.publishedAt > now ? after.publishedAt : now, now }, settings);
      if (isVisible(after, now)) await announce(store, after, 'restored', { asked: now, now }, settings);
    }
    return (await store.replace(before, after)) ? { row: givenRow(after, actor, now) } : refuse('homework.changed-meanwhile');
  },
});
