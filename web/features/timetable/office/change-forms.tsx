import type { ReactNode } from 'react';
import type { LessonView } from '@preau/shared/timetable/schema.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { changeWords } from '../change-words.ts';
import { changeLesson, withdrawChange } from './actions.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChangeFormsProps {
  readonly lesson: LessonView;
  readonly teachers: readonly Option[];
  readonly returnTo: string;
  /** Made once for the page: each form adds its own word. */
  readonly requestId: string;
}

const REASONS: readonly Option[] = [
  { value: '', label: 'Sans raison indiquée' },
  ...Object.entries(changeWords('fr').reasons).map(([value, label]) => ({ value, label })),
];

const Because = () => (
  <>
    <FormSelect name="reason" label="Raison, lue par les familles" options={REASONS} />
    <FormText name="note" label="Précision (facultative)" hint="Lue par les familles. Rien de personnel sur qui que ce soit." />
  </>
);

const Hidden = ({ lesson, returnTo, requestId }: Omit<ChangeFormsProps, 'teachers'>) => (
  <>
    <input type="hidden" name="lessonId" value={lesson.lessonId} />
    <input type="hidden" name="basedOn" value={lesson.change?.since ?? ''} />
    <input type="hidden" name="returnTo" value={returnTo} />
    <input type="hidden" name="requestId" value={requestId} />
  </>
);

interface OneFormProps extends ChangeFormsProps {
  readonly kind: 'cancelled' | 'moved' | 'room' | 'teacher' | 'replaced';
  readonly opener: string;
  readonly submit: string;
  readonly children?: ReactNode;
}

const OneForm = ({ kind, opener, submit, children, ...rest }: OneFormProps) => (
  <ActionForm id={kind} action={changeLesson} faultTitle="Le cours n’est pas modifié" opener={opener}>
    <Hidden {...rest} requestId={`${rest.requestId}-${kind}`} />
    <input type="hidden" name="kind" value={kind} />
    {children}
    <Because />
    <button type="submit" className="btn btn-primary self-start">
      {submit}
    </button>
  </ActionForm>
);

/** Who is replaced is only asked when several teachers give the lesson. */
const Newcomer = ({ lesson, teachers }: Pick<ChangeFormsProps, 'lesson' | 'teachers'>) => {
  const present = lesson.change?.previous.teachers ?? lesson.teachers;
  const known = teachers.filter((option) => present.includes(option.label));
  return (
    <>
      {present.length > 1 && known.length > 0 ? (
        <FormSelect name="replacedId" label="À la place de" options={[{ value: '', label: 'tous' }, ...known]} />
      ) : null}
      <FormSelect name="teacherId" label="Professeur" options={[{ value: '', label: 'Choisissez…' }, ...teachers]} />
      <FormText name="room" label="Salle, si elle change" width="w-48" />
    </>
  );
};

/** Everything that the office may do with one dated lesson. */
export const ChangeForms = (props: ChangeFormsProps) => {
  const { lesson } = props;
  return (
    <div className="flex flex-col gap-3">
      <OneForm {...props} kind="cancelled" opener="Annuler le cours" submit="Annuler ce cours" />
      <OneForm {...props} kind="moved" opener="Déplacer" submit="Déplacer ce cours">
        <div className="flex flex-wrap gap-4">
          <FormText name="date" type="date" label="Nouveau jour" defaultValue={lesson.date} required width="w-48" />
          <FormText name="start" type="time" label="De" defaultValue={lesson.start} required width="w-36" />
          <FormText name="end" type="time" label="À" defaultValue={lesson.end} required width="w-36" />
        </div>
        <FormText name="room" label="Salle, si elle change" width="w-48" />
      </OneForm>
      <OneForm {...props} kind="replaced" opener="Faire remplacer" submit="Faire remplacer">
        <Newcomer {...props} />
        <FormText
          name="subject"
          label="Matière, si elle change"
          hint="Le remplaçant peut donner son propre cours."
          width="w-full max-w-72"
        />
      </OneForm>
      <OneForm {...props} kind="room" opener="Changer la salle" submit="Changer la salle">
        <FormText name="room" label="Nouvelle salle" required width="w-48" />
      </OneForm>
      <OneForm {...props} kind="teacher" opener="Changer le professeur" submit="Changer le professeur">
        <Newcomer {...props} />
      </OneForm>
      {lesson.change === undefined ? null : (
        <ActionForm
          id="retrait"
          action={withdrawChange}
          faultTitle="La modification n’est pas retirée"
          opener="Retirer la modification"
          openerLook="btn-danger"
        >
          <Hidden {...props} requestId={`${props.requestId}-retrait`} />
          <p>Le cours redevient ce que dit l’emploi du temps. Un appel déjà fait compte de nouveau.</p>
          <button type="submit" className="btn btn-danger self-start">
            Retirer la modification
          </button>
        </ActionForm>
      )}
    </div>
  );
};
