import { randomUUID } from 'node:crypto';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { paragraphOf } from '@preau/shared/homework/content.ts';
import type { RequestOf } from '@preau/shared/kernel/operation.ts';
import type { ApiClient } from '../scripts/start/api-client.ts';

type Giving = RequestOf<typeof homeworkOperations.giveWork>['body'];

/** What an ordinary teacher gives his classes: a sentence, for each of his coming lessons in turn, so that no day is fuller than in a school. */
export const anOrdinaryWork = async (teacher: ApiClient): Promise<() => Giving> => {
  const { audiences } = await teacher.call(homeworkOperations.readComposer, { query: {} });
  const places: Pick<Giving, 'audience' | 'due'>[] = [];
  for (const { classId } of audiences) {
    if (classId === undefined) continue;
    const { chosen } = await teacher.call(homeworkOperations.readComposer, { query: { classId } });
    for (const { lessonId } of chosen?.lessons ?? [])
      places.push({ audience: { kind: 'class', classId }, due: { kind: 'lesson', lessonId } });
  }
  let turn = 0;
  return () => {
    const place = places[turn++ % places.length];
    if (place === undefined) throw new Error('The teacher has no lesson ahead');
    return {
      ...place,
      kind: 'do',
      minutes: 20,
      body: paragraphOf('Exercices 12, 14 et 17 page 87. Revoir la leçon avant.'),
      links: [],
      files: [],
      as: 'publish',
      requestId: randomUUID(),
    };
  };
};

/** The last seven days, all of whose work is known. */
export const weekOf = async (reader: ApiClient): Promise<{ readonly from: string; readonly until: string }> => {
  const { date } = await reader.call(directoryOperations.readHome, {});
  const day = (days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  return { from: day(-6), until: day(0) };
};
