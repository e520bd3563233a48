import type { Role } from '@preau/shared/identity/schema.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { ShellTexts } from './texts.ts';

export type SectionName =
  | 'home'
  | 'timetable'
  | 'homework'
  | 'results'
  | 'marks'
  | 'absences'
  | 'preferences'
  | 'rolls'
  | 'decide'
  | 'record'
  | 'families'
  | 'imports';

const WHERE = {
  home: { href: '/accueil', icon: 'home' },
  timetable: { href: '/emploi-du-temps', icon: 'calendar' },
  homework: { href: '/devoirs', icon: 'book' },
  results: { href: '/resultats', icon: 'chart' },
  marks: { href: '/notes', icon: 'chart' },
  absences: { href: '/absences', icon: 'absence' },
  preferences: { href: '/preferences', icon: 'settings' },
  rolls: { href: '/vie-scolaire', icon: 'roll' },
  decide: { href: '/vie-scolaire/absences', icon: 'inbox' },
  record: { href: '/vie-scolaire/saisir', icon: 'pen' },
  families: { href: '/vie-scolaire/familles-non-jointes', icon: 'phone' },
  imports: { href: '/imports', icon: 'upload' },
} as const satisfies Record<SectionName, { href: string; icon: IconName }>;

const OFFICE: readonly SectionName[] = ['home', 'rolls', 'decide', 'record', 'families'];
const FAMILY: readonly SectionName[] = ['home', 'timetable', 'homework', 'results', 'absences'];

const OF_ROLE = {
  guardian: FAMILY,
  pupil: FAMILY,
  teacher: ['home', 'timetable', 'homework', 'marks', 'preferences'],
  office: OFFICE,
  head: OFFICE,
  staff: ['home', 'homework', 'preferences'],
  operator: ['home', 'imports', 'preferences'],
} as const satisfies Record<Role, readonly SectionName[]>;

export interface NavEntry {
  readonly name: SectionName;
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
}

/** At most five entries, flat, whatever the role. */
export const sectionsOf = (role: Role, texts: ShellTexts): readonly NavEntry[] =>
  OF_ROLE[role].map((name: SectionName) => ({ name, ...WHERE[name], label: texts[name] }));
