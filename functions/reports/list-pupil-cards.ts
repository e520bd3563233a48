import { reportsOperations } from '@preau/shared/reports/api.ts';
import { mayListCards, readsAsFamily } from '@preau/shared/reports/policy.ts';
import { bind } from '../runtime/bind.ts';
import { cardsOfPupil } from './list-cards.ts';
import type { ReportsServices } from './services.ts';

/** The archive of one pupil's cards, which follows him from school to school. */
export const listPupilCards = bind<ReportsServices>()(reportsOperations.listPupilCards, {
  async subject({ input: { path }, services }) {
    const pupil = await services.directory.findPupil(path.pupilId);
    return pupil?.active === true ? pupil : undefined;
  },
  may: mayListCards,
  async run({ actor, subject: { pupilId, firstName, lastName }, services, now }) {
    const reader = { personId: actor.personId, asStaff: !readsAsFamily(actor, pupilId) };
    return { pupilId, firstName, lastName, cards: await cardsOfPupil(pupilId, reader, services.store, now) };
  },
});
