import { reportsOperations } from '@preau/shared/reports/api.ts';
import { mayListOwnCards, readsAsFamily } from '@preau/shared/reports/policy.ts';
import { bind } from '../runtime/bind.ts';
import { cardsOfPupil } from './list-cards.ts';
import type { ReportsServices } from './services.ts';

/** One's own cards, or those of each child whom one may be informed of. */
export const listOwnCards = bind<ReportsServices>()(reportsOperations.listOwnCards, {
  subjectFor: async ({ actor }) => actor,
  may: (actor) => mayListOwnCards(actor),
  async run({ actor, services, now }) {
    const pupils = [...(actor.self === undefined ? [] : [actor.self]), ...actor.children].filter(({ pupilId }) =>
      readsAsFamily(actor, pupilId),
    );
    const reader = { personId: actor.personId, asStaff: false };
    return {
      pupils: await Promise.all(
        pupils.map(async ({ pupilId, firstName, lastName }) => ({
          pupilId,
          firstName,
          lastName,
          cards: await cardsOfPupil(pupilId, reader, services.store, now),
        })),
      ),
    };
  },
});
