import type { Actor } from '@preau/shared/directory/schema.ts';
import type { WrittenHomework } from '@preau/shared/homework/api.ts';
import { classesOf } from '@preau/shared/homework/audience.ts';
import { homeworkIdOf } from '@preau/shared/homework/homework-id.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { HomeworkId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { announce } from './announce.ts';
import type { AddressedTo } from './audiences.ts';
import type { Plan } from './plan-giving.ts';
import type { HomeworkServices } from './services.ts';
import { writeContent } from './write-homework.ts';

const KEY_CHARACTERS = 14;

interface New {
  readonly actor: Actor;
  readonly to: AddressedTo;
  readonly written: WrittenHomework;
  readonly plan: Plan;
  readonly requestId: string;
  readonly now: Instant;
}

/** Another work under a key already used, as a page shown again by Back may send, has a name of its own. */
const nameOf = ({ actor, to, written, plan, requestId }: New): HomeworkId => {
  const [classId] = classesOf(to.audience);
  if (classId === undefined) throw new Error('Work without a class');
  const key = derivedId('key', `${actor.personId}:${requestId}:${JSON.stringify(written)}`).slice(4, 4 + KEY_CHARACTERS);
  return homeworkIdOf({ classId, firstDueOn: plan.card.dueOn, key });
};

/** Writes planned work once; what a first submit wrote is what the second one gets. */
export const addHomework = async (asked: New, { store }: Pick<HomeworkServices, 'store'>): Promise<Homework> => {
  const { to, written, plan, now } = asked;
  const homeworkId = nameOf(asked);
  const content = { body: written.body, links: written.links, files: [...plan.files] };
  const homework: Homework = {
    homeworkId,
    ...to,
    ...plan.card,
    kind: written.kind,
    ...(written.minutes === undefined ? {} : { minutes: written.minutes }),
    revision: 1,
    ...(await writeContent(store, homeworkId, 1, content)),
  };
  const { publishedAt } = plan.card;
  if (publishedAt !== undefined) await announce(store, homework, 'published', { asked: publishedAt, now }, plan.settings);
  if (await store.add(homework)) return homework;
  const first = await store.find(homeworkId);
  if (first === undefined) throw new Error(`Work ${homeworkId} neither new nor known`);
  return first;
};
