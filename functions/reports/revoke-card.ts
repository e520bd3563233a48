import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { maySeal } from '@preau/shared/reports/policy.ts';
import { findVersion, withRevoked, type PeriodCards } from '@preau/shared/reports/versions.ts';
import { bind } from '../runtime/bind.ts';
import { findCard } from './find-card.ts';
import { lineOf } from './lines.ts';
import { verificationOf } from './seal-card.ts';
import type { ReportsServices } from './services.ts';

/** The head of the school that sealed a version takes it back, with a reason; its code says so at once. */
export const revokeCard = bind<ReportsServices>()(reportsOperations.revokeCard, {
  subject: ({ input, services }) => findCard(input.path, services),
  may: (actor, { version }) => maySeal(actor, version),
  async run({ actor, subject: { cards, version }, input: { body }, services: { store }, now }) {
    if (version.revoked !== undefined) return refuse('reports.already-revoked');
    const versions = withRevoked(cards, version.version, { at: now, by: nameOf(actor), reason: body.reason });
    const after: PeriodCards = { ...cards, versions: [...versions], revision: cards.revision + 1 };
    const revoked = findVersion(after, version.version) ?? version;
    const saved = await store.putRevoked(after, verificationOf(revoked, Number(cards.period.slice(0, 4)), cards));
    return saved ? { line: lineOf(cards, revoked, []) } : refuse('reports.changed-meanwhile');
  },
});
