import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { PupilOfCards } from '@preau/shared/reports/policy.ts';
import type { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { findVersion, type CardVersion, type PeriodCards } from '@preau/shared/reports/versions.ts';
import type { ReportsServices } from './services.ts';

export interface FoundCard {
  readonly pupil: PupilOfCards;
  readonly cards: PeriodCards;
  readonly version: CardVersion;
}

/** Where a pupil is taught today: who has left follows nobody any more. */
const pupilOfCards = async (pupilId: PersonId, { directory }: Pick<ReportsServices, 'directory'>): Promise<PupilOfCards> => {
  const pupil = await directory.findPupil(pupilId);
  return pupil?.active === true ? { pupilId, schoolId: pupil.schoolId, classId: pupil.classId } : { pupilId };
};

/** One version of a pupil's card for a period. */
export const findCard = async (
  { pupilId, period, version }: { readonly pupilId: PersonId; readonly period: CardPeriodKey; readonly version: number },
  services: Pick<ReportsServices, 'directory' | 'store'>,
): Promise<FoundCard | undefined> => {
  const cards = await services.store.findCards(pupilId, period);
  const found = cards === undefined ? undefined : findVersion(cards, version);
  if (cards === undefined || found === undefined) return undefined;
  return { pupil: await pupilOfCards(pupilId, services), cards, version: found };
};
