import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { lsuOperations } from '@preau/shared/reports/lsu-api.ts';
import { Section } from '@/ui/card.tsx';
import { MENDERS } from './words.ts';

type Findings = OutputOf<(typeof lsuOperations)['checkLsu']>['findings'];

/** What stands in the way, by who must put it right. */
export const LsuFindings = ({ findings }: { readonly findings: Findings }) => (
  <>
    {Object.entries(MENDERS).map(([mender, title]) => {
      const theirs = findings.filter((finding) => finding.mender === mender);
      if (theirs.length === 0) return null;
      return (
        <Section key={mender} id={`corriger-${mender}`} title={title}>
          <ul className="flex flex-col gap-2">
            {theirs.map(({ message, menders, stops }) => (
              <li key={message} className="card p-4">
                {message}
                {menders.length === 0 ? null : <span className="block text-soft">{`Concerne ${menders.join(', ')}.`}</span>}
                <span className="block text-soft">
                  {stops === 'file'
                    ? 'Le fichier ne peut pas être produit sans cela.'
                    : 'Cet élève n’est pas dans le fichier tant que ce n’est pas corrigé.'}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      );
    })}
  </>
);
