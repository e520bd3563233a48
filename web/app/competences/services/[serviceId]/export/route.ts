import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { levelsOperations } from '@preau/shared/assessment/levels-api.ts';
import { writeLevelsCsv } from '@preau/shared/assessment/levels-csv.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { csvResponse } from '@/lib/csv-response.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface Addressed {
  readonly params: Promise<{ readonly serviceId: string }>;
}

/** The levels of a service for a spreadsheet. */
export const GET = async (_: NextRequest, { params }: Addressed): Promise<Response> => {
  const serviceId = ServiceId.safeParse((await params).serviceId).data ?? redirect('/notes');
  const answer = await ask(levelsOperations.readLevels, { path: { serviceId } });
  if (!answer.ok) redirect(answer.refusal.status === 401 ? SIGN_IN : '/notes');
  return csvResponse(writeLevelsCsv(answer.output), `competences-${answer.output.year}.csv`);
};
