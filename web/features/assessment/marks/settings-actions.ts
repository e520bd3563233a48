'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { ClassId, PersonId, SchoolId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { Fault, FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { gridAddress } from './addresses.ts';
import { TypedCoefficient, TypedCoefficientOrNone, TypedScale } from './fields.ts';
import { coefficientField } from './field-names.ts';
import { readSubSubjects } from './sub-subjects.ts';

const Version = z.coerce.number().int().min(0);
const PREFIX = coefficientField('');

/** The coefficients of a form by what they are of; an empty one is none. */
const coefficientsIn = (form: Readonly<Record<string, unknown>>) => {
  const faults: Fault[] = [];
  const read = Object.entries(form).flatMap(([name, typed]) => {
    if (!name.startsWith(PREFIX) || typeof typed !== 'string' || typed.trim() === '') return [];
    const parsed = TypedCoefficient.safeParse(typed);
    if (parsed.success) return [{ id: name.slice(PREFIX.length), coefficient: parsed.data }];
    faults.push({ field: name, message: parsed.error.issues[0]?.message ?? '' });
    return [];
  });
  return { faults, read };
};

const CoefficientsForm = z.object({ schoolId: SchoolId, classId: ClassId, version: Version }).loose();

/** What each subject weighs for a class, as the head decides it. */
export const setCoefficients = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(CoefficientsForm, data);
  if (!form.ok) return form.state;
  const { schoolId, classId, version } = form.value;
  const { faults, read } = coefficientsIn(form.value);
  if (faults.length > 0) return { faults, typed: typedIn(data) };
  const coefficients = read.flatMap(({ id, coefficient }) => {
    const serviceId = ServiceId.safeParse(id);
    return serviceId.success ? [{ serviceId: serviceId.data, coefficient }] : [];
  });
  const answer = await ask(marksOperations.setClassCoefficients, { path: { schoolId, classId }, body: { version, coefficients } });
  if (answer.ok) redirect(`/notes?classe=${classId}&ok=coefficients`);
  return refused(answer.refusal, data);
};

const ServiceForm = z
  .object({
    serviceId: ServiceId,
    version: Version,
    scale: TypedScale,
    coefficient: TypedCoefficientOrNone,
    subSubjects: z.string().default(''),
    /** What stands already, so that a part that keeps its name keeps its evaluations. */
    known: z.string().default(''),
  })
  .loose();

const COLLEAGUE = 'avec-';

/** Settles a service: what it weighs, what its evaluations are out of, its parts, who shares it. */
export const changeService = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ServiceForm, data);
  if (!form.ok) return form.state;
  const { serviceId, version, scale, coefficient, subSubjects, known } = form.value;
  const { faults, read } = coefficientsIn(form.value);
  const parts = readSubSubjects(subSubjects, known);
  if ('message' in parts) faults.push({ field: 'subSubjects', message: parts.message });
  if (faults.length > 0 || 'message' in parts) return { faults, typed: typedIn(data) };
  const coTeacherIds = Object.keys(form.value).flatMap((name) => {
    const personId = name.startsWith(COLLEAGUE) ? PersonId.safeParse(name.slice(COLLEAGUE.length)).data : undefined;
    return personId === undefined ? [] : [personId];
  });
  const answer = await ask(marksOperations.changeService, {
    path: { serviceId },
    body: {
      version,
      scale,
      ...(coefficient === '' ? {} : { coefficient }),
      coefficientByClass: Object.fromEntries(
        read.flatMap((one) => {
          const classId = ClassId.safeParse(one.id);
          return classId.success ? [[classId.data, one.coefficient]] : [];
        }),
      ),
      subSubjects: [...parts],
      coTeacherIds,
    },
  });
  if (answer.ok) redirect(`${gridAddress(serviceId)}?ok=reglee`);
  return refused(answer.refusal, data);
};
