'use client';
import { useRef } from 'react';
import { ErrorSummary } from '@/ui/error-summary.tsx';
import { Tab } from '@/ui/page.tsx';
import { useSubmit } from '@/ui/use-submit.ts';
import { submitRegister } from './actions.ts';
import { Conflict } from './conflict.tsx';
import { Counter } from './counter.tsx';
import { differencesOf, kindOfRow, minutesOfRow } from './marks.ts';
import { PupilRow } from './pupil-row.tsx';
import type { Register } from './state.ts';

interface RegisterFormProps {
  readonly register: Register;
  readonly requestId: string;
  readonly title: string;
}

/** The roll call: everyone present unless said otherwise, one submit. */
export const RegisterForm = ({ register: shown, requestId, title }: RegisterFormProps) => {
  const { state, run, formProps } = useSubmit(submitRegister, { attempt: 0, faults: [], typed: {}, requestId });
  const form = useRef<HTMLFormElement>(null);
  const register = state.register ?? shown;
  const recorded = register.current !== undefined;
  const manyClasses = new Set(register.pupils.map((pupil) => pupil.className)).size > 1;
  const { called } = state;
  return (
    <>
      <Tab title={title} faulty={state.faults.length > 0} />
      {state.faults.length === 0 ? null : <ErrorSummary title="L’appel n’est pas encore enregistré" faults={state.faults} />}
      {state.conflict === true && register.current !== undefined ? (
        <Conflict current={register.current} differences={differencesOf(register.pupils, state.typed, register.current.marks)} />
      ) : null}
      <form action={run} {...formProps} ref={form} className="card">
        <input type="hidden" name="lessonId" value={register.lesson.lessonId} />
        <input type="hidden" name="baseVersion" value={register.current?.version ?? 0} />
        <input type="hidden" name="requestId" value={state.requestId} />
        <input type="hidden" name="called" value={register.pupils.map((pupil) => pupil.pupilId).join(' ')} />
        <ul key={state.attempt} className="divide-y divide-line">
          {register.pupils.map((pupil) => (
            <PupilRow
              key={pupil.pupilId}
              pupil={pupil}
              kind={kindOfRow(pupil, recorded, state.typed)}
              minutes={minutesOfRow(pupil, state.typed)}
              joined={called !== undefined && !called.includes(pupil.pupilId)}
              showClass={manyClasses}
            />
          ))}
        </ul>
        <div className="sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-b-card border-t-2 border-primary bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5">
          <Counter key={state.attempt} form={form} called={register.pupils.length} />
          <button type="submit" className="btn btn-primary min-w-40 flex-1 text-lg sm:flex-none">
            {recorded ? 'Enregistrer la correction' : 'Valider l’appel'}
          </button>
        </div>
      </form>
    </>
  );
};
