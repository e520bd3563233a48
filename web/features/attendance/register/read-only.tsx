import { moment } from '@/lib/dates.ts';
import { Card, Section } from '@/ui/card.tsx';
import { Notice } from '@/ui/notice.tsx';
import type { Register } from './state.ts';
import { KIND_WORDS, ROLE_WORDS, versionWords } from './words.ts';

/** Why the register cannot be taken now, and what to do about it. */
export const WindowNotice = ({ register }: { readonly register: Register }) => {
  const { state, opensAt } = register.window;
  if (state === 'notYet')
    return (
      <Notice tone="info">{`L’appel ouvrira ${moment(opensAt)}, dix minutes avant le début du cours. Revenez à ce moment-là.`}</Notice>
    );
  if (state === 'cancelled')
    return <Notice tone="info">Ce cours est annulé : il n’y a pas d’appel à faire. S’il a bien lieu, prévenez la vie scolaire.</Notice>;
  if (state === 'officeOnly') return <Notice tone="info">La vie scolaire a repris cet appel. Appelez-la pour le faire corriger.</Notice>;
  return (
    <Notice tone="warning">
      {register.current === undefined
        ? 'Le cours est terminé et l’appel n’a pas été fait. Appelez la vie scolaire : elle peut encore l’enregistrer.'
        : 'L’appel de ce cours est clos. Appelez la vie scolaire : elle peut encore le corriger.'}
    </Notice>
  );
};

/** The pupils of a lesson whose register is not open, with what was recorded of each. */
export const RegisterList = ({ register }: { readonly register: Register }) => (
  <Card className="px-4 sm:px-5">
    <ul className="divide-y divide-line">
      {register.pupils.map((pupil) => (
        <li key={pupil.pupilId} className="flex justify-between gap-4 py-2.5">
          <span>
            <span className="font-bold">{pupil.lastName}</span> {pupil.firstName}
          </span>
          {register.current === undefined ? null : (
            <span className={pupil.mark === undefined ? 'text-soft' : 'font-bold'}>
              {pupil.mark?.kind === 'late'
                ? `${KIND_WORDS.late}, ${pupil.mark.minutesLate} min`
                : KIND_WORDS[pupil.mark?.kind ?? 'present']}
            </span>
          )}
        </li>
      ))}
    </ul>
  </Card>
);

/** Who recorded what, and when: a correction never erases what the teacher observed. */
export const RegisterHistory = ({ register }: { readonly register: Register }) =>
  register.history.length === 0 ? null : (
    <Section id="histoire" title="Historique de cet appel">
      <ol className="card divide-y divide-line px-4 sm:px-5">
        {register.history.map((version) => (
          <li key={version.version} className="py-3">
            <p className="font-semibold">{`${version.takenByName}, ${ROLE_WORDS[version.role]}${version.mine ? ' (vous)' : ''}`}</p>
            <p>{versionWords(version)}</p>
            <p className="text-[0.9375rem] text-soft">{`${moment(version.takenAt)} · version ${version.version}`}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
