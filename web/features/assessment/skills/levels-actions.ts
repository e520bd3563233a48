'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { levelsOperations, type LevelConflict } from '@preau/shared/assessment/levels-api.ts';
import { SkillLevel } from '@preau/shared/assessment/schema.ts';
import { PersonId, ServiceId, SkillId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';
import { levelsAddress } from './levels-addresses.ts';

const Form = z.object({ serviceId: ServiceId, skillId: SkillId }).catchall(z.string());
const LEVEL = 'level-';
const revisionOf = (text: string | undefined): number => z.coerce.number().int().min(0).catch(0).parse(text);

const conflictFault = ({ pupilId, name, by, theirs }: LevelConflict): Fault => ({
  field: `${LEVEL}${pupilId}`,
  message: `${name} : ${by} a retenu entre-temps ${theirs === undefined ? 'un autre niveau' : `${theirs} – ${LEVEL_NAMES[theirs] ?? ''}`}. Pour garder le vôtre à la place, enregistrez à nouveau.`,
});

/** Keeps the levels that were changed; those that a colleague decided meanwhile come back with his. */
export const saveLevels = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(Form, data);
  if (!form.ok) return form.state;
  const { serviceId, skillId } = form.value;
  const typed = typedIn(data);
  const levels = Object.keys(typed).flatMap((name) => {
    const pupilId = name.startsWith(LEVEL) ? PersonId.safeParse(name.slice(LEVEL.length)).data : undefined;
    const level = SkillLevel.safeParse(Number(typed[name])).data;
    if (pupilId === undefined || level === undefined || typed[name] === typed[`was-${pupilId}`]) return [];
    return [{ pupilId, revision: revisionOf(typed[`revision-${pupilId}`]), set: [{ skillId, level }] }];
  });
  if (levels.length === 0) redirect(levelsAddress(serviceId, skillId, '&ok=rien'));
  const answer = await ask(levelsOperations.writeLevels, { path: { serviceId }, body: { levels } });
  if (!answer.ok) return refusedState(answer.refusal, typed);
  const { conflicts } = answer.output;
  if (conflicts.length === 0) redirect(levelsAddress(serviceId, skillId, '&ok=niveaux'));
  const again = conflicts.flatMap(({ pupilId, revision, theirs }) => [
    [`revision-${pupilId}`, String(revision)],
    [`was-${pupilId}`, String(theirs ?? 0)],
  ]);
  return { faults: conflicts.map(conflictFault), typed: { ...typed, ...Object.fromEntries(again) } };
};
