import type { UnreachedFamily } from '@preau/shared/alerts/api.ts';
import { RELATION_WORDS } from '@/features/attendance/family/texts.ts';
import { hour } from '@/lib/dates.ts';
import { ofName } from '@/lib/french.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Status } from '@/ui/status.tsx';
import { CHANNEL_WORDS, MESSAGE_WORDS, STATE_LOOK } from './words.ts';

/** Families who could not be told: what happened, then what to do. */
export const UnreachedList = ({ families }: { readonly families: readonly UnreachedFamily[] }) => (
  <ul className="flex flex-col gap-3">
    {families.map((family) => {
      const look = STATE_LOOK[family.state];
      return (
        <li key={family.deliveryId} className="card flex flex-wrap items-center gap-x-4 gap-y-3 p-4 sm:p-5">
          <div className="flex min-w-64 flex-1 flex-col gap-1">
            <h2 className="text-lg">
              {`${family.lastName} ${family.firstName}`}
              {family.className === undefined ? null : <span className="font-normal text-soft">{` · ${family.className}`}</span>}
            </h2>
            <p>{`${MESSAGE_WORDS[family.kind]} à ${hour(family.start)} · ${RELATION_WORDS.fr[family.relationship]} · ${CHANNEL_WORDS[family.channel]}`}</p>
            <p>{family.explanation}</p>
            <p className="font-semibold">{family.advice}</p>
          </div>
          <Status tone={look.tone} icon={look.icon}>
            {look.word}
          </Status>
          <Anchor href={`/vie-scolaire/eleves/${family.pupilId}`} className="btn btn-primary">
            <Icon name="phone" />
            Coordonnées
            <span className="sr-only">{` des responsables ${ofName(`${family.firstName} ${family.lastName}`)}`}</span>
          </Anchor>
        </li>
      );
    })}
  </ul>
);
