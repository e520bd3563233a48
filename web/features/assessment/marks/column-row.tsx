'use client';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { FormHidden, useField } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { Icon } from '@/ui/icon.tsx';
import { commentField, commentShownField, levelField, levelShownField, markField, markShownField } from './field-names.ts';

export interface EvaluatedSkill {
  readonly skillId: string;
  readonly label: string;
}

interface ColumnRowProps {
  readonly pupilId: string;
  readonly name: string;
  readonly note: string | undefined;
  readonly mark: string;
  readonly comment: string;
  readonly skills: readonly EvaluatedSkill[];
  readonly levels: Readonly<Record<string, number>>;
}

const LEVELS = [
  { value: '', label: '–' },
  ...LEVEL_NAMES.map((name, level) => ({ value: String(level), label: level === 0 ? name : `${level} – ${name}` })),
];

interface LevelProps {
  readonly pupilId: string;
  readonly name: string;
  readonly skill: EvaluatedSkill;
  readonly level: string;
}

/** What one pupil has shown of one skill. */
const Level = ({ pupilId, name, skill, level }: LevelProps) => (
  <>
    <FormSelect
      name={levelField(pupilId, skill.skillId)}
      label={`${skill.label} : ${name}`}
      options={LEVELS}
      defaultValue={level}
      width="min-w-48 flex-1"
    />
    <FormHidden name={levelShownField(pupilId, skill.skillId)} value={level} />
  </>
);

/** One pupil of an evaluation: his mark, and a word on it. */
export const ColumnRow = ({ pupilId, name, note, mark, comment, skills, levels }: ColumnRowProps) => {
  const field = useField(markField(pupilId), mark);
  const words = useField(commentField(pupilId), comment);
  return (
    <li className="grid grid-cols-[1fr_7rem] items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 sm:grid-cols-[14rem_7rem_1fr]">
      <label htmlFor={field.id} className="leading-tight font-semibold">
        {name}
        {note === undefined ? null : <span className="block font-normal text-soft">{note}</span>}
      </label>
      <input
        id={field.id}
        name={markField(pupilId)}
        defaultValue={field.value}
        inputMode="decimal"
        autoComplete="off"
        maxLength={24}
        className="field text-center tabular-nums"
        {...(field.error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${field.id}-erreur` })}
      />
      <textarea
        id={words.id}
        name={commentField(pupilId)}
        defaultValue={words.value}
        aria-label={`Appréciation pour ${name}`}
        placeholder="Appréciation"
        maxLength={300}
        rows={1}
        className="field col-span-2 [field-sizing:content] sm:col-span-1"
      />
      {field.error === undefined ? null : (
        <p id={`${field.id}-erreur`} className="col-span-full flex items-start gap-1.5 font-semibold text-brick">
          <Icon name="warning" className="mt-0.5 size-5" />
          <span>{field.error}</span>
        </p>
      )}
      {skills.length === 0 ? null : (
        <div className="col-span-full flex flex-wrap gap-3 pb-1">
          {skills.map((skill) => (
            <Level key={skill.skillId} pupilId={pupilId} name={name} skill={skill} level={String(levels[skill.skillId] ?? '')} />
          ))}
        </div>
      )}
      <FormHidden name={markShownField(pupilId)} value={mark} />
      <FormHidden name={commentShownField(pupilId)} value={comment} />
    </li>
  );
};
