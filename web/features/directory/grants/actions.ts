'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { GrantKind, type GivenAccess } from '@preau/shared/directory/grant.ts';
import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { ClassId, GrantId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused, type FieldOfCode } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const why = (message: string) => z.string().trim().min(1, message).max(1000, 'Écrivez 1 000 caractères au plus.');

const GrantForm = z
  .object({
    schoolId: SchoolId,
    kind: GrantKind,
    /** The pupil or the teacher. */
    personId: PersonId,
    mail: z.string().trim().min(3, 'Écrivez l’adresse académique de la personne.').max(200, 'Écrivez une adresse plus courte.'),
    from: told(LocalDate, 'Donnez le premier jour.'),
    until: told(LocalDate, 'Donnez le dernier jour.'),
    evidence: why('Indiquez sur quoi repose la décision : nature et date de la pièce.'),
    requestId: z.string().min(1).max(80),
  })
  .catchall(z.string());

type Typed = Readonly<Record<string, unknown>>;

const AUDIENCE = 'audience-';
const tickedIn = (typed: Typed): readonly string[] =>
  Object.keys(typed)
    .filter((name) => name.startsWith(AUDIENCE))
    .map((name) => name.slice(AUDIENCE.length));

const idsIn = <S extends z.ZodType>(schema: S, ids: readonly string[]): z.output<S>[] =>
  ids.map((id) => schema.safeParse(id).data).filter((id) => id !== undefined);

const accessOf = (kind: GrantKind, personId: PersonId, ticked: readonly string[]): GivenAccess => {
  if (kind === 'aesh') return { kind, pupilId: personId };
  if (kind === 'inspector') return { kind, teacherId: personId };
  return { kind, forTeacherId: personId, classIds: idsIn(ClassId, ticked), groupIds: idsIn(GroupId, ticked) };
};

const FIELD_OF: FieldOfCode = {
  'directory.unknown-agent': 'mail',
  'directory.grant-dates': 'from',
  'directory.grant-evidence-required': 'evidence',
};

/** Gives an access for a time. */
export const giveGrant = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(GrantForm, data);
  if (!form.ok) return form.state;
  const { schoolId, kind, personId, mail, from, until, evidence, requestId } = form.value;
  const ticked = tickedIn(form.value);
  if (kind === 'substitute' && ticked.length === 0)
    return { faults: [{ field: 'audience', message: 'Cochez au moins une classe ou un groupe.' }], typed: typedIn(data) };
  const answer = await ask(grantsOperations.giveGrant, {
    path: { schoolId },
    body: { mail, access: accessOf(kind, personId, ticked), from, until, evidence, requestId },
  });
  if (answer.ok) redirect('/etablissement/acces?ok=donne');
  return refused(answer.refusal, data, FIELD_OF);
};

const RevocationForm = z.object({ schoolId: SchoolId, grantId: GrantId, reason: why('Écrivez pourquoi cet accès prend fin.') });

/** Ends an access before its day. */
export const revokeGrant = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RevocationForm, data);
  if (!form.ok) return form.state;
  const { schoolId, grantId, reason } = form.value;
  const answer = await ask(grantsOperations.revokeGrant, { path: { schoolId, grantId }, body: { reason } });
  if (answer.ok) redirect('/etablissement/acces?ok=termine');
  return refused(answer.refusal, data, FIELD_OF);
};
