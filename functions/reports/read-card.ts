import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { mayReadCard, maySeal, readsAsFamily, readsCardAsStaff } from '@preau/shared/reports/policy.ts';
import { SealedCard } from '@preau/shared/reports/sealed.ts';
import { bind } from '../runtime/bind.ts';
import { findCard } from './find-card.ts';
import { seenByOf } from './lines.ts';
import type { ReportsServices } from './services.ts';

/** A sealed card as it was sealed; the first time that each guardian and the pupil open it is kept as a proof, apart from the other's. */
export const readCard = bind<ReportsServices>()(reportsOperations.readCard, {
  subject: ({ input, services }) => findCard(input.path, services),
  may: (actor, subject, _input, now) => mayReadCard(actor, subject, now),
  async run({ actor, subject, services: { store }, now }) {
    const { cards, version } = subject;
    const { pupilId, period } = cards;
    const asStaff = readsCardAsStaff(actor, subject);
    if (version.revoked !== undefined && !asStaff) return refuse('reports.card-revoked');
    const text = await store.findSealed(pupilId, period, version.version);
    if (text === undefined) throw new Error('A sealed version without its text');

    const key = { pupilId, period, version: version.version, personId: actor.personId };
    const own = readsAsFamily(actor, pupilId) ? await store.findSeen(key) : undefined;
    const isFirst = own === undefined && readsAsFamily(actor, pupilId) && version.revoked === undefined;
    if (isFirst) await store.addSeen({ ...key, name: nameOf(actor), classId: version.classId, at: now });
    const seenAt = own?.at ?? (isFirst ? now : undefined);
    return {
      sealed: SealedCard.parse(JSON.parse(text)),
      hash: version.hash,
      ...(version.revoked === undefined ? {} : { revoked: { at: version.revoked.at, reason: version.revoked.reason } }),
      ...(seenAt === undefined ? {} : { seenAt }),
      ...(asStaff ? { seenBy: seenByOf(cards, version.version, await store.listSeen(pupilId, period)) } : {}),
      mayRevoke: maySeal(actor, version) && version.revoked === undefined,
    };
  },
});
