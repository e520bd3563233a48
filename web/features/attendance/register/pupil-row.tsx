import type { RegisterPupil } from '@preau/shared/attendance/views.ts';
import { ofName } from '@/lib/french.ts';
import { kindField, minutesField } from './marks.ts';
import { KIND_WORDS, ROW_KINDS, TAG_WORDS, type RowKind } from './words.ts';

const MINUTES = [5, 10, 15, 20, 30, 45, 60];

interface PupilRowProps {
  readonly pupil: RegisterPupil;
  readonly kind: RowKind;
  readonly minutes: number;
  readonly joined: boolean;
  readonly showClass: boolean;
}

/** One pupil: four native radios, and how late when late; the minutes show by style alone. */
export const PupilRow = ({ pupil, kind, minutes, joined, showClass }: PupilRowProps) => {
  const nameId = `nom-${pupil.pupilId}`;
  const choices = MINUTES.includes(minutes) ? MINUTES : [...MINUTES, minutes].toSorted((a, b) => a - b);
  return (
    <li className="roll-row flex flex-col gap-2 px-3 py-3 sm:flex-row sm:items-center sm:px-5">
      <div className="min-w-0 flex-1">
        <p id={nameId} className="text-lg leading-tight">
          <span className="font-bold">{pupil.lastName}</span> {pupil.firstName}
        </p>
        <p className="flex flex-wrap gap-x-3 text-[0.9375rem] text-soft">
          {showClass && pupil.className !== undefined ? <span>{pupil.className}</span> : null}
          {pupil.notExpected === undefined ? null : <span className="font-semibold text-amber">{TAG_WORDS[pupil.notExpected]}</span>}
          {joined ? <span className="font-semibold text-sky">Vient de rejoindre ce cours</span> : null}
        </p>
      </div>
      <div className="roll-late flex items-center gap-2">
        <label htmlFor={minutesField(pupil.pupilId)} className="text-[0.9375rem]">
          Retard<span className="sr-only">{` ${ofName(`${pupil.firstName} ${pupil.lastName}`)}`}</span>
        </label>
        <select id={minutesField(pupil.pupilId)} name={minutesField(pupil.pupilId)} defaultValue={String(minutes)} className="field w-auto">
          {choices.map((one) => (
            <option key={one} value={one}>{`${one} min`}</option>
          ))}
        </select>
      </div>
      <div role="radiogroup" aria-labelledby={nameId} className="grid grid-cols-4 sm:w-100">
        {ROW_KINDS.map((one) => (
          <label key={one} className="roll-choice" data-kind={one}>
            <input type="radio" name={kindField(pupil.pupilId)} value={one} defaultChecked={kind === one} />
            <span>{KIND_WORDS[one]}</span>
          </label>
        ))}
      </div>
    </li>
  );
};
