import type { HistoryEntry } from '@preau/shared/assessment/marks-views.ts';
import { writeMark } from '@preau/shared/assessment/marks-text.ts';
import type { CellValue } from '@preau/shared/assessment/schema.ts';
import { moment } from '@/lib/dates.ts';
import { publicationWords } from './words.ts';

const written = (value: CellValue | undefined): string => {
  const mark = writeMark(value?.given) || 'rien';
  return value?.comment === undefined ? mark : `${mark} « ${value.comment} »`;
};

const sentenceOf = (entry: HistoryEntry): string => {
  switch (entry.what) {
    case 'cell':
      return `${entry.name} : ${entry.before === undefined ? '' : `${written(entry.before)}, puis `}${written(entry.after)}${
        entry.visibleFrom === undefined ? '' : ` (vu ${moment(entry.visibleFrom)})`
      }`;
    case 'terms':
      return `Évaluation modifiée : ${entry.before.title}, sur ${entry.before.scale}, coefficient ${entry.before.coefficient}, puis ${entry.after.title}, sur ${entry.after.scale}, coefficient ${entry.after.coefficient}`;
    case 'published':
      return `Publiée. ${publicationWords(entry)}`;
    case 'withdrawn':
      return 'Retirée';
  }
};

/** Who changed what, and when: nothing of it can be erased. */
export const HistoryList = ({ entries }: { readonly entries: readonly HistoryEntry[] }) => (
  <details>
    <summary className="btn btn-quiet inline-flex">{`Trace des saisies et des corrections (${entries.length})`}</summary>
    <ol className="card mt-4 flex flex-col">
      {entries.map((entry, index) => (
        // Two entries may be of the same instant.
        <li key={`${entry.at}${index}`} className="border-t border-line px-4 py-2.5 first:border-t-0">
          <p className="wrap-anywhere">{sentenceOf(entry)}</p>
          <p className="text-[0.9375rem] text-soft">{`${entry.by === '' ? 'Un collègue' : entry.by}, ${moment(entry.at)}`}</p>
        </li>
      ))}
    </ol>
  </details>
);
