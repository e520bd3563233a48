import { redirect } from 'next/navigation';
import { cache } from 'react';
import { ask, sent } from '@/lib/session.ts';
import { findVisitor, visitRemembered, type Visit } from './visitor.ts';

export type { Visit } from './visitor.ts';

/** Who visits, as which role and in which school; visitors are led to the sign-in page. */
export const openVisit = cache(async (): Promise<Visit> => {
  const visitor = await findVisitor(await sent(), ask);
  return 'leadTo' in visitor ? redirect(visitor.leadTo) : visitor.visit;
});

export const rememberedVisit = async (): Promise<Visit | undefined> => visitRemembered(await sent());

/** Pages of staff need a school: whoever has none goes home. */
export const schoolOf = (visit: Visit): NonNullable<Visit['school']> => visit.school ?? redirect('/accueil');
