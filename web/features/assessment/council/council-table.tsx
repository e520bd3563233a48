import type { CouncilView } from '@preau/shared/assessment/council-api.ts';
import { MENTION_NAMES } from '@preau/shared/assessment/council.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { councilAddress } from './addresses.ts';
import { generalWords, TREND_WORDS } from './words.ts';

/** The pupils of the class, in the order of the list. */
export const CouncilTable = ({ council }: { readonly council: CouncilView }) =>
  council.pupils.length === 0 ? (
    <Empty>Cette classe n’a pas d’élève. Vérifiez l’import de l’annuaire.</Empty>
  ) : (
    // Scrolled sideways by its own links.
    <section className="card overflow-x-auto" aria-label="Élèves de la classe">
      <table className="data">
        <caption className="sr-only">Moyenne, évolution, absences et mention de chaque élève</caption>
        <thead>
          <tr>
            <th scope="col">Élève</th>
            <th scope="col">Moyenne</th>
            <th scope="col">Évolution</th>
            <th scope="col">Demi-journées (non justifiées)</th>
            <th scope="col">Retards</th>
            <th scope="col">Mention</th>
            <th scope="col">Synthèse</th>
          </tr>
        </thead>
        <tbody>
          {council.pupils.map(({ pupilId, name, general, trend, absences, mention, hasSynthesis }) => (
            <tr key={pupilId}>
              <th scope="row">
                <Anchor href={councilAddress(council, `/${pupilId}`)}>{name}</Anchor>
              </th>
              <td className="tabular-nums">{generalWords(general)}</td>
              <td>{trend === undefined ? '–' : TREND_WORDS[trend]}</td>
              <td className="tabular-nums">
                {absences === undefined ? 'À relever' : `${absences.justified + absences.unjustified} (${absences.unjustified})`}
              </td>
              <td className="tabular-nums">{absences === undefined ? '–' : absences.lates}</td>
              <td>{mention === undefined ? '–' : MENTION_NAMES[mention]}</td>
              <td>{hasSynthesis ? 'Écrite' : 'À écrire'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
