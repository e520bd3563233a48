import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { mayReadCard, readsCardAsStaff } from '@preau/shared/reports/policy.ts';
import type { CardVersion, PeriodCards } from '@preau/shared/reports/versions.ts';
import { bind } from '../runtime/bind.ts';
import { findCard } from './find-card.ts';
import type { ReportsServices } from './services.ts';

/** The name of a paper among those of a class, inside an archive. */
export const paperName = (cards: PeriodCards, { periodLabel, version }: CardVersion): string =>
  `${nameOf(cards)} - ${periodLabel} ${cards.period.slice(0, 4)} - v${version}.pdf`;

/** A link of one minute to the paper of a version; a revoked one is for staff alone. */
export const readPaper = bind<ReportsServices>()(reportsOperations.readPaper, {
  subject: ({ input, services }) => findCard(input.path, services),
  may: (actor, subject, _input, now) => mayReadCard(actor, subject, now),
  async run({ actor, subject, services }) {
    const { cards, version } = subject;
    if (version.revoked !== undefined && !readsCardAsStaff(actor, subject)) return refuse('reports.card-revoked');
    if ((await services.papers.read(version.paperKey)) === undefined) return refuse('reports.no-paper');
    // Nobody's name: this one is part of an address.
    return { location: await services.papers.link(version.paperKey, `Bulletin ${cards.period} v${version.version}.pdf`) };
  },
});
