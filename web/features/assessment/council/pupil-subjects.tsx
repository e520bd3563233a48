import type { CouncilSubject } from '@preau/shared/assessment/council-api.ts';
import { Empty } from '@/ui/card.tsx';
import { POSITION_WORDS } from '../remarks/remark-words.ts';
import { TREND_WORDS } from './words.ts';

const averageWords = ({ average, finalAverage }: CouncilSubject): string => {
  const computed = average?.shown ?? 'Non noté';
  return finalAverage === undefined ? computed : `${finalAverage.replace('.', ',')} (calculée : ${computed})`;
};

/** A position that its teacher has not taken yet is on no card. */
const positionOf = ({ position, automatic }: CouncilSubject): string => {
  if (position !== undefined) return POSITION_WORDS[position] ?? '';
  return automatic === undefined ? '–' : `${POSITION_WORDS[automatic.position] ?? ''} (proposé, pas encore retenu)`;
};

const remarkWords = ({ remark, state, teachers }: CouncilSubject): string => {
  if (remark !== '') return remark;
  return state === 'draft' ? `En cours d’écriture par ${teachers.join(', ')}` : `À écrire par ${teachers.join(', ')}`;
};

const Figure = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <div>
    <dt className="text-[0.9375rem] text-soft">{label}</dt>
    <dd className="font-semibold tabular-nums">{children}</dd>
  </div>
);

/** What each subject says of the pupil: figures first, then the teacher's words. */
export const PupilSubjects = ({ subjects }: { readonly subjects: readonly CouncilSubject[] }) =>
  subjects.length === 0 ? (
    <Empty>Aucune matière à l’emploi du temps de cette classe.</Empty>
  ) : (
    <ul className="flex flex-col gap-3">
      {subjects.map((one) => {
        return (
          <li key={one.serviceId} className="card flex flex-col gap-2 p-4">
            <h3 className="text-lg">{one.subject}</h3>
            <dl className="flex flex-wrap gap-x-8 gap-y-2">
              <Figure label="Moyenne">{averageWords(one)}</Figure>
              <Figure label="Classe">{one.classMean?.shown ?? '–'}</Figure>
              <Figure label="Période précédente">{one.before?.shown ?? '–'}</Figure>
              <Figure label="Évolution">{one.trend === undefined ? '–' : TREND_WORDS[one.trend]}</Figure>
              <Figure label="Positionnement">{positionOf(one)}</Figure>
            </dl>
            <p className={`whitespace-pre-line ${one.remark === '' ? 'text-soft' : ''}`}>{remarkWords(one)}</p>
          </li>
        );
      })}
    </ul>
  );
