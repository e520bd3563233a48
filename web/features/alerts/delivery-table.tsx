import type { DeliveryView } from '@preau/shared/alerts/api.ts';
import { RELATION_WORDS } from '@/features/attendance/family/texts.ts';
import { capital, hour, longDate, momentSeenFrom } from '@/lib/dates.ts';
import { Empty } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { CHANNEL_WORDS, MESSAGE_WORDS, STATE_LOOK } from './words.ts';

interface DeliveryTableProps {
  readonly deliveries: readonly DeliveryView[];
  /** "Amina Benali", when the reader may know the guardians by name. */
  readonly nameOf: (guardianId: string) => string | undefined;
}

/** What was sent about a pupil, to whom, by which way, and what became of it. */
export const DeliveryTable = ({ deliveries, nameOf }: DeliveryTableProps) =>
  deliveries.length === 0 ? (
    <Empty>Aucune alerte récente au sujet de cet élève.</Empty>
  ) : (
    <ul className="card divide-y divide-line px-4 sm:px-5">
      {deliveries.map((delivery) => {
        const look = STATE_LOOK[delivery.state];
        const last = delivery.history.at(-1);
        return (
          <li key={delivery.deliveryId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-64 flex-1">
              <p className="font-semibold">{`${MESSAGE_WORDS[delivery.kind]}, ${longDate(delivery.date)} à ${hour(delivery.start)}`}</p>
              <p>{`${CHANNEL_WORDS[delivery.channel]} · ${nameOf(delivery.guardianId) ?? capital(RELATION_WORDS.fr[delivery.relationship])}`}</p>
              <p className="text-[0.9375rem] text-soft">{`${delivery.explanation}${last === undefined ? '' : ` ${capital(momentSeenFrom(last.at, delivery.date))}.`}`}</p>
            </div>
            <Status tone={look.tone} icon={look.icon}>
              {look.word}
            </Status>
          </li>
        );
      })}
    </ul>
  );
