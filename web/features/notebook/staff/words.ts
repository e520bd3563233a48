import type { RecordView, UnwrittenLesson } from '@preau/shared/notebook/views.ts';
import { moment } from '@/lib/dates.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { StatusTone } from '@/ui/status.tsx';

export const NOTEBOOK_SAID = {
  publie: 'La séance est enregistrée et publiée.',
  attend: 'La séance est enregistrée. Elle sera publiée à l’heure dite.',
  brouillon: 'Le brouillon est enregistré. Seuls les enseignants de ce cours le lisent.',
  retire: 'La séance est retirée. Son historique est gardé.',
  copie: 'La séance est copiée, en brouillon, vers les cours choisis.',
  'copie-partielle': 'La séance est copiée, en brouillon. Les cours qui avaient déjà un texte l’ont gardé.',
  notes: 'Vos notes sont enregistrées. Vous seul les lisez.',
  complement: 'Le complément est enregistré.',
  vise: 'Le visa est donné.',
  'vise-en-partie': 'Le visa est donné. Les séances changées entre-temps n’ont pas été visées : relisez-les.',
  etape: 'La séance est ajoutée à la séquence.',
} as const;

export const audienceOf = ({ classes, groups }: Pick<RecordView, 'classes' | 'groups'>): string =>
  (groups.length > 0 ? groups : classes).map(({ name }) => name).join(', ');

interface State {
  readonly tone: StatusTone;
  readonly icon: IconName;
  readonly words: string;
}

/** Where a record is between its first draft and the visa. */
export const stateOf = ({ publishedAt, backstage }: RecordView, now: string): State => {
  if (backstage?.visa !== undefined) return { tone: 'leaf', icon: 'shield', words: 'Visée' };
  if (publishedAt === undefined && backstage?.earlierSince !== undefined)
    return { tone: 'amber', icon: 'pen', words: 'Modifiée, à publier' };
  if (publishedAt === undefined) return { tone: 'amber', icon: 'pen', words: 'Brouillon' };
  return publishedAt <= now ? { tone: 'leaf', icon: 'check', words: 'Publiée' } : { tone: 'sky', icon: 'clock', words: 'Programmée' };
};

export const unwrittenState = ({ cancelled }: UnwrittenLesson): State =>
  cancelled ? { tone: 'plain', icon: 'cross', words: 'Cours annulé' } : { tone: 'plain', icon: 'pen', words: 'À écrire' };

/** What a state cannot say in a word: when it will be read, or what is read meanwhile. */
export const readersSee = ({ publishedAt, backstage }: RecordView, now: string): string | undefined => {
  if (backstage === undefined) return undefined;
  const later = publishedAt !== undefined && publishedAt > now ? `La séance sera lue ${moment(publishedAt)}.` : undefined;
  const earlier = backstage.earlierSince === undefined ? undefined : 'Les familles lisent encore le texte publié avant vos modifications.';
  const said = [later, earlier].filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(' ');
};
