import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ServiceId } from '@preau/shared/kernel/ids.ts';
import { at, mark, MATHS, SCHMITT, type worldOn } from './marks-world.testing.ts';

/** Published on Monday morning: pupils see it at 14:00, guardians on Tuesday at 14:00. */
export const PUPILS_SEE = at('14:00');
export const GUARDIANS_SEE = at('14:00', '2026-11-24');

interface Given {
  readonly serviceId?: ServiceId;
  readonly actor?: Actor;
  /** Other terms than the usual ones. */
  readonly change?: Record<string, unknown>;
}

/** The first pupils of the list get these marks, which are published at once, and results are made. */
export const aClassTest = async (
  world: ReturnType<typeof worldOn>,
  marks: readonly string[],
  { serviceId = MATHS, actor = SCHMITT, change = {} }: Given = {},
): Promise<string> => {
  const evaluationId = await world.add(change, serviceId, actor);
  const cells = marks.flatMap((value, index) => {
    const one = world.roster[index];
    return one === undefined ? [] : [mark(one, value)];
  });
  await world.save(evaluationId, 1, cells, actor);
  await world.publish(evaluationId, 2, actor);
  await world.rebuild(serviceId);
  return evaluationId;
};
