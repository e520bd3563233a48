import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

/** The papers of a class in one archive. */
export const GET = async (request: NextRequest): Promise<Response> => {
  const { schoolId } = schoolOf(await openVisit());
  const words = request.nextUrl.searchParams;
  const classId = ClassId.safeParse(words.get('classe')).data ?? redirect('/bulletins');
  const period = CardPeriodKey.safeParse(words.get('periode')).data ?? redirect('/bulletins');
  const answer = await ask(reportsOperations.downloadClassCards, { path: { schoolId, classId }, query: { period } });
  if (answer.ok) redirect(answer.output.location);
  redirect(answer.refusal.status === 401 ? SIGN_IN : `/bulletins?classe=${classId}&periode=${period}&erreur=archive`);
};
