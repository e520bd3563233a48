import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

/** The national file, made for this download. */
export const GET = async (request: NextRequest): Promise<Response> => {
  const { schoolId } = schoolOf(await openVisit());
  const period = CardPeriodKey.safeParse(request.nextUrl.searchParams.get('periode')).data ?? redirect('/lsu');
  const answer = await ask(reportsOperations.downloadLsu, { path: { schoolId }, query: { period } });
  if (answer.ok) redirect(answer.output.location);
  redirect(answer.refusal.status === 401 ? SIGN_IN : `/lsu?periode=${period}&erreur=fichier`);
};
