import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { isVisible, mayChange } from '@preau/shared/homework/policy.ts';
import type { Homework, HomeworkContent } from '@preau/shared/homework/schema.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { announce } from './announce.ts';
import { planGiving, type Plan } from './plan-giving.ts';
import type { HomeworkServices } from './services.ts';
import { givenRow } from './views.ts';
import { readContent, writeContent } from './write-homework.ts';

interface Change {
  readonly before: Homework;
  readonly after: Homework;
  readonly now: Instant;
  readonly settings: Plan['settings'];
}

/** Families are told of what they could see already; else of the publication, whose hour may be new. */
const announceChange = async ({ before, after, now, settings }: Change, { store }: Pick<HomeworkServices, 'store'>): Promise<void> => {
  if (isVisible(before, now)) {
    return announce(store, after, before.dueOn === after.dueOn ? 'edited' : 'moved', { asked: now, now }, settings);
  }
  if (after.publishedAt !== undefined) await announce(store, after, 'published', { asked: after.publishedAt, now }, settings);
};

/** What a change may bear upon: two submits of the same page come to the same. */
const worthOf = (
  work: Pick<Homework, 'kind' | 'minutes' | 'subject' | 'givenOn' | 'dueOn' | 'dueLessonId' | 'publishedAt'>,
  content: HomeworkContent,
) =>
  JSON.stringify([
    work.kind,
    work.minutes,
    work.subject,
    work.givenOn,
    work.dueOn,
    work.dueLessonId,
    work.publishedAt !== undefined,
    content.body,
    content.links,
    content.files,
  ]);

/** Changes a piece of work, publishes a draft, or puts off what is not seen yet; what families saw never becomes a draft again. */
export const changeWork = bind<HomeworkServices>()(homeworkOperations.changeWork, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayChange,
  async run({ actor, subject: before, input: { body }, services, now }) {
    const { store } = services;
    const { revision: read, ...written } = body;
    const { homeworkId, schoolId, audience } = before;
    if (before.withdrawnAt !== undefined) return refuse('homework.is-withdrawn');
    if (isVisible(before, now) && written.as === 'draft') return refuse('homework.already-published');

    const held = await readContent(store, before);
    const plan = await planGiving({ actor, to: { schoolId, audience }, written, now, before, kept: held.files }, services);
    if (isRefusal(plan)) return plan;
    const { forecast, settings } = plan;
    const content = { body: written.body, links: written.links, files: [...plan.files] };
    const terms = { ...plan.card, kind: written.kind, ...(written.minutes === undefined ? {} : { minutes: written.minutes }) };
    if (worthOf(terms, content) === worthOf(before, held)) return { row: givenRow(before, actor, now), forecast };
    if (read !== before.revision) return refuse('homework.changed-meanwhile');

    const revision = before.revision + 1;
    const after: Homework = {
      homeworkId,
      schoolId,
      audience,
      ...terms,
      revision,
      ...(isVisible(before, now) ? { changedAt: now } : {}),
      ...(await writeContent(store, homeworkId, revision, content)),
    };
    await announceChange({ before, after, now, settings }, services);
    return (await store.replace(before, after)) ? { row: givenRow(after, actor, now), forecast } : refuse('homework.changed-meanwhile');
  },
});
