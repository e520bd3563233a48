import { AbsenceReason } from '@preau/shared/attendance/schema.ts';
import { LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { told } from './told.ts';

const Form = z.object({
  reason: told(AbsenceReason, 'Choisissez un motif.'),
  date: told(LocalDate, 'Écrivez une date.'),
  from: told(LocalTime, 'Écrivez une heure.'),
});

const FULL = { reason: 'illness', date: '2026-11-23', from: '08:05' };

const faultsOf = (form: unknown): readonly string[] =>
  Form.safeParse(form).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

describe('a form of ours', () => {
  it('takes what its schema takes', () => {
    expect(Form.parse(FULL)).toEqual(FULL);
  });

  it('says in French what is missing', () => {
    expect(faultsOf({})).toEqual(['reason: Choisissez un motif.', 'date: Écrivez une date.', 'from: Écrivez une heure.']);
  });

  it('says in French what is wrong', () => {
    expect(faultsOf({ reason: 'holiday', date: '23/11/2026', from: '8h' })).toHaveLength(3);
    expect(faultsOf({ ...FULL, from: '25:00' })).toEqual(['from: Écrivez une heure.']);
  });
});
