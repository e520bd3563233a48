import type { RegisterProgress, RegisterRow } from '@preau/shared/attendance/views.ts';
import { hourOf, interval } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Section } from '@/ui/card.tsx';
import type { IconName } from '@/ui/icon.tsx';
import { Status, type StatusTone } from '@/ui/status.tsx';
import { ChangeNote } from '@/features/timetable/change-note.tsx';
import { countWords } from '../register/words.ts';

const LOOK = {
  notYet: { tone: 'plain', icon: 'clock', word: 'À venir' },
  expected: { tone: 'sky', icon: 'hourglass', word: 'Attendu' },
  late: { tone: 'amber', icon: 'warning', word: 'En retard' },
  missing: { tone: 'brick', icon: 'cross', word: 'Manquant' },
  done: { tone: 'leaf', icon: 'check', word: 'Fait' },
  cancelled: { tone: 'plain', icon: 'cross', word: 'Annulé' },
} as const satisfies Record<RegisterProgress, { tone: StatusTone; icon: IconName; word: string }>;

/** What needs somebody comes first. */
const GROUPS: readonly { readonly id: string; readonly title: string; readonly of: readonly RegisterProgress[] }[] = [
  { id: 'a-relancer', title: 'À relancer', of: ['missing', 'late'] },
  { id: 'attendus', title: 'Attendus', of: ['expected'] },
  { id: 'faits', title: 'Faits', of: ['done'] },
  { id: 'a-venir', title: 'À venir', of: ['notYet'] },
  { id: 'annules', title: 'Annulés', of: ['cancelled'] },
];

const outcomeOf = (row: RegisterRow): string | undefined => {
  if (row.takenAt === undefined || row.takenByName === undefined) return undefined;
  const counted =
    row.called === undefined ? '' : ` · ${countWords({ called: row.called, absent: row.absent ?? 0, late: row.late ?? 0, exempt: 0 })}`;
  return `${row.takenByName}, ${hourOf(row.takenAt)}${row.role === 'office' ? ' (vie scolaire)' : ''}${counted}`;
};

const Row = ({ row, date }: { readonly row: RegisterRow; readonly date: string }) => {
  const look = LOOK[row.progress];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <span className="w-full text-soft tabular-nums sm:w-44">{interval(row.start, row.end)}</span>
      <span className="flex min-w-48 flex-1 flex-col leading-snug">
        <span className="font-semibold">{`${row.audience.join(', ')} · ${row.subject}`}</span>
        <span className="text-[0.9375rem] text-soft">{[...row.teachers, ...(row.room === undefined ? [] : [row.room])].join(' · ')}</span>
        <ChangeNote lesson={{ ...row, date }} language="fr" />
        {outcomeOf(row) === undefined ? null : <span className="text-[0.9375rem]">{outcomeOf(row)}</span>}
      </span>
      <Status tone={look.tone} icon={look.icon}>
        {look.word}
      </Status>
      <Anchor href={`/appel/${row.lessonId}`} className="btn btn-quiet">
        {row.progress === 'done' ? 'Corriger' : 'Ouvrir'}
        <span className="sr-only">{` l’appel : ${row.audience.join(', ')}, ${row.subject}, ${interval(row.start, row.end)}`}</span>
      </Anchor>
    </li>
  );
};

/** The registers of a school, those that miss first. */
export const RegisterRows = ({ rows, date }: { readonly rows: readonly RegisterRow[]; readonly date: string }) => (
  <>
    {GROUPS.map((group) => {
      const some = rows.filter((row) => group.of.includes(row.progress));
      return some.length === 0 ? null : (
        <Section key={group.id} id={group.id} title={`${group.title} (${some.length})`}>
          <ul className="card divide-y divide-line px-4 sm:px-5">
            {some.map((row) => (
              <Row key={row.lessonId} row={row} date={date} />
            ))}
          </ul>
        </Section>
      );
    })}
  </>
);
