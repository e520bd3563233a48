import type { ImportRecord } from '@preau/shared/imports/schema.ts';
import { capital, moment } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { KIND_WORDS, lookOf } from './words.ts';

interface BadgeProps {
  readonly status: ImportRecord['status'];
  readonly arrived?: boolean;
}

export const ImportStatusBadge = ({ status, arrived }: BadgeProps) => {
  const look = lookOf(status, arrived);
  return (
    <Status tone={look.tone} icon={look.icon}>
      {look.word}
    </Status>
  );
};

/** Deliveries, the most recent first. */
export const ImportList = ({ imports }: { readonly imports: readonly ImportRecord[] }) =>
  imports.length === 0 ? (
    <Empty>Aucune livraison pour le moment.</Empty>
  ) : (
    <ul className="card divide-y divide-line px-4 sm:px-5">
      {imports.map((one) => (
        <li key={one.importId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
          <span className="flex min-w-64 flex-1 flex-col">
            <Anchor href={`/imports/${one.importId}`} className="font-semibold wrap-anywhere">
              {one.fileName}
            </Anchor>
            <span className="text-[0.9375rem] text-soft">{`${KIND_WORDS[one.kind]} · ${capital(moment(one.createdAt))} · ${one.createdBy}`}</span>
          </span>
          <ImportStatusBadge status={one.status} />
        </li>
      ))}
    </ul>
  );
