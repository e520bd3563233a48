import type { Persona } from '../../infra/local/guichets/persona.ts';
import type { LocalAccount } from '../demo/personas.ts';

const GUICHETS: Readonly<Record<Persona['guichet'], string>> = {
  educonnect: 'ÉduConnect',
  agents: 'Agents',
  agricole: 'Enseignement agricole',
};

interface Line {
  readonly guichet: string;
  readonly who: string;
  readonly role: string;
}

/** Whom to log in as, one line each: the guichet to choose, the person, what he is. */
export const peopleTable = (people: readonly Persona[], accounts: readonly LocalAccount[]): string => {
  const lines: readonly Line[] = [
    ...people.map((persona) => ({ guichet: GUICHETS[persona.guichet], who: persona.label, role: persona.role })),
    ...accounts.map((account) => ({ guichet: 'Compte local', who: `${account.login} / ${account.password}`, role: account.role })),
  ];
  const width = (pick: (line: Line) => string): number => Math.max(...lines.map((line) => pick(line).length));
  const [first, second] = [width((line) => line.guichet), width((line) => line.who)];
  return lines.map((line) => `  ${line.guichet.padEnd(first)}  ${line.who.padEnd(second)}  ${line.role}`).join('\n');
};
