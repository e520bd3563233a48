import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { writeClassResultsCsv } from '@preau/shared/assessment/class-csv.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { placeOf } from '@/features/assessment/council/addresses.ts';
import { csvResponse } from '@/lib/csv-response.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface Addressed {
  readonly params: Promise<{ readonly classId: string; readonly period: string }>;
}

/** The averages of a class in every subject for a spreadsheet. */
export const GET = async (request: NextRequest, { params }: Addressed): Promise<Response> => {
  const search = Object.fromEntries(request.nextUrl.searchParams);
  const { period, ...path } = placeOf(await params, search, undefined) ?? redirect('/conseils');
  const answer = await ask(marksOperations.readClassResults, { path, query: { period } });
  if (!answer.ok) redirect(answer.refusal.status === 401 ? SIGN_IN : '/conseils');
  return csvResponse(writeClassResultsCsv(answer.output), `moyennes-${period}.csv`);
};
