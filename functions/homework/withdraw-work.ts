import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { isVisible, mayChange } from '@preau/shared/homework/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { announce } from './announce.ts';
import type { HomeworkServices } from './services.ts';
import { givenRow } from './views.ts';

/** Takes a piece of work back: it is kept, with what pupils did of it, and may be restored. */
export const withdrawWork = bind<HomeworkServices>()(homeworkOperations.withdrawWork, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayChange,
  async run({ actor, subject: before, services: { store, directory }, now }) {
    if (before.withdrawnAt !== undefined) return { row: givenRow(before, actor, now) };
    const after = { ...before, withdrawnAt: now, revision: before.revision + 1 };
    if (isVisible(before, now)) {
      await announce(store, after, 'withdrawn', { asked: now, now }, await directory.findSchoolSettings(before.schoolId));
    }
    return (await store.replace(before, after)) ? { row: givenRow(after, actor, now) } : refuse('homework.changed-meanwhile');
  },
});
