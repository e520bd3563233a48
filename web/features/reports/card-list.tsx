import type { CardLine } from '@preau/shared/reports/views.ts';
import { moment } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { CardStatus } from './card-status.tsx';
import { addressOfCard, MODEL_NAMES } from './words.ts';

const yearOf = ({ period }: CardLine): string => `${period.slice(0, 4)}-${Number(period.slice(0, 4)) + 1}`;

/** A revoked version is named, and read no more by the family. */
const Title = ({ pupilId, line, openAll }: { readonly pupilId: string; readonly line: CardLine; readonly openAll: boolean }) => {
  const words = `${MODEL_NAMES[line.model]}, ${line.periodLabel} ${yearOf(line)}`;
  return line.revoked === undefined || openAll ? <Anchor href={addressOfCard(pupilId, line)}>{words}</Anchor> : words;
};

interface CardListProps {
  readonly pupilId: string;
  readonly cards: readonly CardLine[];
  readonly now: string;
  /** Staff open revoked versions too. */
  readonly openAll?: boolean;
}

/** The cards of one pupil, the newest first, those of his former schools included. */
export const CardList = ({ pupilId, cards, now, openAll = false }: CardListProps) =>
  cards.length === 0 ? (
    <Empty>Aucun bulletin pour le moment. Il paraîtra ici dès que l’établissement l’aura publié.</Empty>
  ) : (
    <ul className="flex flex-col gap-3">
      {cards.map((line) => (
        <li key={`${line.period}-${line.version}`} className="card flex flex-col gap-2 p-4 sm:p-5">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-lg">
              <Title pupilId={pupilId} line={line} openAll={openAll} />
            </h3>
            <CardStatus line={line} now={now} />
          </div>
          <p className="text-soft">{`${line.schoolName}, ${line.className}. Scellé ${moment(line.sealedAt)}, version ${line.version}.`}</p>
          {line.revoked === undefined ? null : <p className="text-soft">{`Motif\u00A0: ${line.revoked.reason}`}</p>}
          {openAll || line.revoked !== undefined ? null : (
            <p className="text-soft">{line.seenAt === undefined ? 'Pas encore consulté' : `Vu ${moment(line.seenAt)}`}</p>
          )}
        </li>
      ))}
    </ul>
  );
