import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { writeCouncilCsv } from '@preau/shared/assessment/class-csv.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { placeOf } from '@/features/assessment/council/addresses.ts';
import { csvResponse } from '@/lib/csv-response.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface Addressed {
  readonly params: Promise<{ readonly classId: string; readonly period: string }>;
}

/** The table of a council for a spreadsheet. */
export const GET = async (request: NextRequest, { params }: Addressed): Promise<Response> => {
  const search = Object.fromEntries(request.nextUrl.searchParams);
  const place = placeOf(await params, search, undefined) ?? redirect('/conseils');
  const answer = await ask(councilOperations.readCouncil, { path: place });
  if (!answer.ok) redirect(answer.refusal.status === 401 ? SIGN_IN : '/conseils');
  return csvResponse(writeCouncilCsv(answer.output), `conseil-${place.period}.csv`);
};
