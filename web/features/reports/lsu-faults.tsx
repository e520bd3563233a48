import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { lsuOperations } from '@preau/shared/reports/lsu-api.ts';
import { Section } from '@/ui/card.tsx';
import { MENDERS } from './words.ts';

type Fault = OutputOf<(typeof lsuOperations)['checkLsu']>['faults'][number];

const STOPS = {
  file: 'Le fichier ne peut pas être produit sans cela.',
  card: 'Les élèves concernés ne sont pas dans le fichier tant que ce n’est pas corrigé.',
  nothing: 'Le fichier se fait sans cela, mais il est incomplet.',
} as const;

const FaultCard = ({ fault: { messages, menders, stops, count } }: { readonly fault: Fault }) => (
  <li className="card flex flex-col gap-1 p-4">
    <ul className="flex flex-col gap-1">
      {messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
    {count > messages.length ? <p>{`Et ${count - messages.length} de plus.`}</p> : null}
    {menders.length === 0 ? null : <p className="text-soft">{`Concerne ${menders.join(', ')}.`}</p>}
    <p className="text-soft">{STOPS[stops]}</p>
  </li>
);

/** What stands in the way, by who must put it right. */
export const LsuFaults = ({ faults }: { readonly faults: readonly Fault[] }) => (
  <>
    {Object.entries(MENDERS).map(([mender, title]) => {
      const theirs = faults.filter((fault) => fault.mender === mender);
      if (theirs.length === 0) return null;
      return (
        <Section key={mender} id={`corriger-${mender}`} title={title}>
          <ul className="flex flex-col gap-2">
            {theirs.map((fault) => (
              <FaultCard key={`${fault.code}${fault.menders.join()}`} fault={fault} />
            ))}
          </ul>
        </Section>
      );
    })}
  </>
);
