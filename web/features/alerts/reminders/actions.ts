'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { remindersOperations } from '@preau/shared/alerts/reminders-api.ts';
import { NO_TOPIC, type ReminderTopics } from '@preau/shared/alerts/reminders.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';

const PRESETS: Readonly<Record<string, ReminderTopics>> = {
  essentiel: NO_TOPIC,
  soir: { ...NO_TOPIC, work: true, marks: true, cards: true },
  tout: { work: true, notebook: true, returned: true, marks: true, cards: true },
};

const RemindersForm = z
  .object({
    pupils: z
      .string()
      .transform((list) => list.split(' '))
      .pipe(z.array(PersonId).max(20)),
    preset: z.enum(['essentiel', 'soir', 'tout']).optional(),
    pause: z.literal('oui').optional(),
  })
  .loose();

/** Saves what one receives in the evening: the boxes as they are ticked, or the same for every child by a preset. */
export const saveReminders = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RemindersForm, data);
  if (!form.ok) return form.state;
  const { preset, pupils, pause } = form.value;
  const ticked = (pupilId: string): ReminderTopics => {
    const isTicked = (topic: keyof ReminderTopics): boolean => form.value[`${topic}-${pupilId}`] === 'oui';
    return {
      work: isTicked('work'),
      notebook: isTicked('notebook'),
      returned: isTicked('returned'),
      marks: isTicked('marks'),
      cards: isTicked('cards'),
    };
  };
  const body = {
    holidayPause: pause === 'oui',
    pupils: pupils.map((pupilId) => ({ pupilId, topics: (preset === undefined ? undefined : PRESETS[preset]) ?? ticked(pupilId) })),
  };
  const answer = await ask(remindersOperations.setPreferences, { body });
  if (answer.ok) redirect('/preferences?ok=rappels#rappels');
  return refused(answer.refusal, data);
};
