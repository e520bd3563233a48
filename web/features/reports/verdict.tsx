import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { cardsOperations } from '@preau/shared/reports/cards-api.ts';
import { longDate } from '@/lib/dates.ts';
import { Notice } from '@/ui/notice.tsx';
import { MODEL_NAMES } from './words.ts';

type Found = OutputOf<(typeof cardsOperations)['verifyCard']>;

/** What a code tells: nothing that its paper does not already say. */
export const Verdict = ({ found }: { readonly found: Found }) => {
  if (found.status === 'unknown')
    return (
      <Notice tone="refused" live="status">
        Aucun bulletin ne porte ce code. Vérifiez-le sur le document, lettre par lettre.
      </Notice>
    );
  const { schoolName, periodLabel, model, year, sealedAt, initials } = found;
  return (
    <Notice tone={found.status === 'valid' ? 'done' : 'warning'} live="status">
      <p className="font-semibold">
        {found.status === 'valid'
          ? 'Ce bulletin est authentique et en vigueur.'
          : 'Ce bulletin a été annulé ou remplacé par l’établissement : il n’est plus valable.'}
      </p>
      <p>{`${MODEL_NAMES[model]}, ${periodLabel} ${year}-${year + 1}, ${schoolName}.`}</p>
      <p>{`Élève\u00A0: ${initials} Scellé le ${longDate(sealedAt.slice(0, 10))} ${sealedAt.slice(0, 4)}.`}</p>
    </Notice>
  );
};
