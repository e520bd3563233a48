import { reportsOperations } from '@preau/shared/reports/api.ts';
import { typedCode } from '@preau/shared/reports/sealed.ts';
import { bind } from '../runtime/bind.ts';
import type { ReportsServices } from './services.ts';

/** What anybody may learn from a code: that a card is genuine, or is no more, and the least that tells which one. */
export const verifyCard = bind<ReportsServices>()(reportsOperations.verifyCard, {
  subject: async ({ input, services }) => {
    const code = typedCode(input.path.code);
    return { found: code === undefined ? undefined : await services.store.findVerification(code) };
  },
  may: () => true,
  async run({ subject: { found } }) {
    if (found === undefined) return { status: 'unknown' as const };
    const { valid, schoolName, periodLabel, model, year, sealedAt, initials } = found;
    return { status: valid ? ('valid' as const) : ('revoked' as const), schoolName, periodLabel, model, year, sealedAt, initials };
  },
});
