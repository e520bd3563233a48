import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { writeMarksCsv } from '@preau/shared/assessment/marks-csv.ts';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { csvColumnOf, sheetColumns } from '@/features/assessment/marks/sheet.ts';
import { csvResponse } from '@/lib/csv-response.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface Addressed {
  readonly params: Promise<{ readonly serviceId: string }>;
}

/** The grid of a service and period for a spreadsheet. */
export const GET = async (request: NextRequest, { params }: Addressed): Promise<Response> => {
  const serviceId = ServiceId.safeParse((await params).serviceId).data ?? redirect('/notes');
  const period = PeriodKey.safeParse(request.nextUrl.searchParams.get('periode')).data ?? redirect('/notes');
  const answer = await ask(marksOperations.readGrid, { path: { serviceId, period } });
  if (!answer.ok) redirect(answer.refusal.status === 401 ? SIGN_IN : '/notes');
  const columns = sheetColumns(answer.output.evaluations);
  const rows = answer.output.pupils.map(({ pupilId, name, average }) => ({
    name,
    given: columns.map(({ cells }) => cells.find((cell) => cell.pupilId === pupilId)?.given),
    average: average?.shown ?? '',
  }));
  return csvResponse(writeMarksCsv(columns.map(csvColumnOf), rows), `notes-${period}.csv`);
};
