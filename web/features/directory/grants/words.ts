import type { GrantKind } from '@preau/shared/directory/grant.ts';
import { longDate } from '@/lib/dates.ts';
import { ofName } from '@/lib/french.ts';

const whoAt = (name: string, audience: readonly string[]): string => [name, ...audience].filter((part) => part !== '').join(', ');

const before = (audience: readonly string[]): string =>
  audience.length === 0 ? '' : ` devant ${new Intl.ListFormat('fr').format(audience)}`;

/** What each access is called, and what the head is asked. */
export const GRANT_WORDS = {
  aesh: {
    type: 'aesh',
    name: 'AESH',
    door: 'Un AESH accompagne un élève',
    detail: 'Il lit l’emploi du temps et le travail de cet élève, et de lui seul.',
    about: (name: string, audience: readonly string[]) => `accompagne ${whoAt(name, audience)}`,
    yours: (name: string, audience: readonly string[]) => `accompagnez ${whoAt(name, audience)}`,
    evidence: 'Notification de la MDPH, contrat ou lettre de mission : nature et date.',
  },
  inspector: {
    type: 'inspecteur',
    name: 'Inspecteur',
    door: 'Un inspecteur lit le travail d’un professeur',
    detail: 'Il lit le cahier de textes et les devoirs de ce professeur, et rien d’autre.',
    about: (name: string) => `lit le travail ${ofName(name)}`,
    yours: (name: string) => `lisez le travail ${ofName(name)}`,
    evidence: 'Annonce de la visite : auteur et date.',
  },
  substitute: {
    type: 'remplacant',
    name: 'Remplaçant',
    door: 'Un remplaçant prend les classes d’un professeur',
    detail: 'Il fait l’appel, tient le cahier de textes et donne le travail de ces classes.',
    about: (name: string, audience: readonly string[]) => `remplace ${name}${before(audience)}`,
    yours: (name: string, audience: readonly string[]) => `remplacez ${name}${before(audience)}`,
    evidence: 'Arrêté ou ordre de mission : nature et date.',
  },
} as const satisfies Record<
  GrantKind,
  {
    type: string;
    name: string;
    door: string;
    detail: string;
    about: (name: string, audience: readonly string[]) => string;
    yours: (name: string, audience: readonly string[]) => string;
    evidence: string;
  }
>;

/** The kind that a word of the address names. */
export const kindOf = (type: string | undefined): GrantKind | undefined =>
  (['aesh', 'inspector', 'substitute'] as const).find((kind) => GRANT_WORDS[kind].type === type);

/** « du lundi 2 novembre au vendredi 2 juillet ». */
export const termWords = ({ from, until }: { readonly from: string; readonly until: string }): string =>
  from === until ? `le ${longDate(from)}` : `du ${longDate(from)} au ${longDate(until)}`;
