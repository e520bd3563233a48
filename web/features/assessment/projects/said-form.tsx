import type { SaidAbout } from '@preau/shared/assessment/class-projects.ts';
import type { ProjectsView } from '@preau/shared/assessment/projects-api.ts';
import { REMARK_MAX } from '@preau/shared/assessment/remarks.ts';
import { ActionForm, FormArea, FormHidden } from '@/ui/action-form.tsx';
import { absenceWords } from '../council/words.ts';
import { LengthCounter } from '../length-counter.tsx';
import { sayOfPupils } from './actions.ts';
import { textPrint } from './print.ts';

const FORM = 'textes';

interface SaidFormProps {
  readonly view: ProjectsView;
  readonly about: SaidAbout;
  readonly pupils: ProjectsView['pupils'];
  readonly tab: string;
  /** Before the pupil's name: « Vie scolaire ». */
  readonly label: string;
}

/** One text for each pupil, with his absences beside it where they matter. */
export const SaidForm = ({ view, about, pupils, tab, label }: SaidFormProps) => {
  const kept = new Map(view.said.filter((one) => one.about === about).map((one) => [one.pupilId, one]));
  return (
    <ActionForm id={FORM} action={sayOfPupils} tab={tab} faultTitle="Tout n’est pas enregistré">
      <input type="hidden" name="schoolId" value={view.schoolId} />
      <input type="hidden" name="classId" value={view.classId} />
      <input type="hidden" name="period" value={view.period} />
      <input type="hidden" name="about" value={about} />
      <ul className="flex flex-col gap-4">
        {pupils.map(({ pupilId, name, absences }) => {
          const { text = '', revision = 0 } = kept.get(pupilId) ?? {};
          return (
            <li key={pupilId} className="card flex flex-col gap-3 p-4 sm:p-5">
              <h2 className="text-lg">{name}</h2>
              {about === 'VIE_SCO' ? (
                <p className="text-soft">{absences === undefined ? 'Absences de la période : à relever.' : absenceWords(absences)}</p>
              ) : null}
              <FormHidden name={`revision-${pupilId}`} value={String(revision)} />
              <FormHidden name={`was-${pupilId}`} value={textPrint(text)} />
              <div>
                <FormArea
                  name={`text-${pupilId}`}
                  label={`${label} : ${name}`}
                  hint={`${REMARK_MAX} caractères au plus.`}
                  rows={3}
                  defaultValue={text}
                />
                <LengthCounter of={`${FORM}-text-${pupilId}`} most={REMARK_MAX} />
              </div>
            </li>
          );
        })}
      </ul>
      <div className="border-t-2 md:sticky md:bottom-0 border-line bg-paper py-4">
        <button type="submit" className="btn btn-primary">
          Enregistrer
        </button>
      </div>
    </ActionForm>
  );
};

/** The same texts for whoever reads them, or once the period is closed. */
export const SaidList = ({ view, about, pupils }: Pick<SaidFormProps, 'view' | 'about' | 'pupils'>) => (
  <ul className="flex flex-col gap-3">
    {pupils.map(({ pupilId, name }) => (
      <li key={pupilId} className="card flex flex-col gap-2 p-4">
        <h2 className="text-lg">{name}</h2>
        <p className="whitespace-pre-line">
          {view.said.find((one) => one.about === about && one.pupilId === pupilId)?.text || 'Rien n’est écrit.'}
        </p>
      </li>
    ))}
  </ul>
);
