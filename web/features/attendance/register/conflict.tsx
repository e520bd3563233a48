import type { Mark } from '@preau/shared/attendance/schema.ts';
import type { RegisterVersionView } from '@preau/shared/attendance/views.ts';
import { hourOf } from '@/lib/dates.ts';
import type { Difference } from './marks.ts';
import { KIND_WORDS, ROLE_WORDS } from './words.ts';

const said = (mark: Mark | undefined): string =>
  mark?.kind === 'late' ? `${KIND_WORDS.late}, ${mark.minutesLate} min` : KIND_WORDS[mark?.kind ?? 'present'];

/** Two people called the same roll: both are shown, nothing is lost, the reader decides. */
export const Conflict = ({
  current,
  differences,
}: {
  readonly current: RegisterVersionView;
  readonly differences: readonly Difference[];
}) => (
  <section aria-labelledby="comparer" className="card p-4 sm:p-5">
    <h2 id="comparer" className="text-xl">
      Les deux appels
    </h2>
    <p className="mt-1">{`${current.takenByName} (${ROLE_WORDS[current.role]}) a enregistré cet appel à ${hourOf(current.takenAt)}.`}</p>
    {differences.length === 0 ? (
      <p className="mt-2 font-semibold">Votre saisie dit la même chose : il n’y a rien à refaire.</p>
    ) : (
      <table className="data mt-3">
        <caption className="sr-only">Élèves pour lesquels votre saisie diffère de l’appel enregistré</caption>
        <thead>
          <tr>
            <th scope="col">Élève</th>
            <th scope="col">Enregistré</th>
            <th scope="col">Votre saisie</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((line) => (
            <tr key={line.pupilId}>
              <th scope="row">{line.name}</th>
              <td>{said(line.theirs)}</td>
              <td className="font-bold">{said(line.mine)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <p className="mt-3">
      Pour garder l’appel enregistré, quittez cette page. Pour le remplacer par votre saisie, ci-dessous, validez de nouveau : les deux sont
      gardés dans l’historique.
    </p>
  </section>
);
