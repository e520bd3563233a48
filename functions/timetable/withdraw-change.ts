import { refuse } from '@preau/shared/kernel/refusal.ts';
import { timetableOperations } from '@preau/shared/timetable/api.ts';
import { viewLesson, withoutChange } from '@preau/shared/timetable/changes.ts';
import { mayChangeLesson } from '@preau/shared/timetable/policy.ts';
import { bind } from '../runtime/bind.ts';
import { isReplay, readStanding, writeDecision } from './decision.ts';
import type { TimetableServices } from './services.ts';

/** Gives a lesson back to the timetable; what was recorded of it counts again. */
export const withdrawChange = bind<TimetableServices>()(timetableOperations.withdrawChange, {
  subject: ({ input, services }) => services.timetable.findLesson(input.path.lessonId),
  may: mayChangeLesson,
  async run({ actor, subject, input: { body }, services, now }) {
    const { date } = withoutChange(subject);
    const answer = async () => {
      const lesson = await services.timetable.findLesson(subject.lessonId);
      return lesson === undefined ? {} : { lesson: viewLesson(lesson) };
    };
    const standing = await readStanding(subject, date, services);
    if (isReplay(standing.known, actor, body.requestId)) return answer();
    const change = standing.known?.lesson.change;
    if (change === undefined) return refuse('timetable.nothing-to-withdraw');
    if (change.since !== body.basedOn) return refuse('timetable.changed-meanwhile');

    const lesson = withoutChange(standing.lesson);
    if (await writeDecision({ standing, lesson, actor, requestId: body.requestId, now }, services)) return answer();
    const latest = await readStanding(subject, date, services);
    return isReplay(latest.known, actor, body.requestId) ? answer() : refuse('timetable.changed-meanwhile');
  },
});
