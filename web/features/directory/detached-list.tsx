import type { DetachedPerson } from '@preau/shared/directory/views.ts';
import { longDate } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';

const KIND = { pupil: 'Élève', guardian: 'Responsable', staff: 'Personnel', operator: 'Opérateur' } as const satisfies Record<
  DetachedPerson['kind'],
  string
>;

const dated = (date: string): string => `${longDate(date)} ${date.slice(0, 4)}`;

const Name = ({ person }: { readonly person: DetachedPerson }) => {
  const name = `${person.lastName} ${person.firstName}`;
  return person.kind === 'pupil' ? <Anchor href={`/vie-scolaire/eleves/${person.personId}`}>{name}</Anchor> : name;
};

/** People who vanished from the academy's directory: since when, and until when they are kept. */
export const DetachedList = ({ people }: { readonly people: readonly DetachedPerson[] }) => (
  <ul className="card divide-y divide-line px-4 sm:px-5">
    {people.map((person) => (
      <li key={person.personId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
        <p className="min-w-48 flex-1 font-semibold">
          <Name person={person} />
          <span className="font-normal text-soft">{` · ${KIND[person.kind]}`}</span>
        </p>
        <p>
          {`Depuis le ${dated(person.detachedOn)}`}
          {person.erasedAfter === undefined ? null : (
            <span className="text-soft">{` · fiche gardée jusqu’au ${dated(person.erasedAfter)}`}</span>
          )}
        </p>
      </li>
    ))}
  </ul>
);
