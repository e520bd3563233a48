import type { CardLine } from '@preau/shared/reports/views.ts';
import { moment } from '@/lib/dates.ts';
import { Status } from '@/ui/status.tsx';

/** In force, revoked or waiting for its hour: in a word. */
export const CardStatus = ({ line, now }: { readonly line: Pick<CardLine, 'revoked' | 'visibleFrom'>; readonly now: string }) => {
  if (line.revoked !== undefined)
    return (
      <Status tone="brick" icon="cross">
        Annulé
      </Status>
    );
  if (Date.parse(line.visibleFrom) > Date.parse(now))
    return (
      <Status tone="amber" icon="clock" wraps>
        {`Visible ${moment(line.visibleFrom)}`}
      </Status>
    );
  return (
    <Status tone="leaf" icon="check">
      En vigueur
    </Status>
  );
};
