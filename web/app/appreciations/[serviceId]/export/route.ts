import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { writeRemarksCsv } from '@preau/shared/assessment/remarks-csv.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { csvRowsOf } from '@/features/assessment/remarks/csv-rows.ts';
import { csvResponse } from '@/lib/csv-response.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

interface Addressed {
  readonly params: Promise<{ readonly serviceId: string }>;
}

/** The remarks of a service and period for a spreadsheet. */
export const GET = async (request: NextRequest, { params }: Addressed): Promise<Response> => {
  const serviceId = ServiceId.safeParse((await params).serviceId).data ?? redirect('/appreciations');
  const period = PeriodKey.safeParse(request.nextUrl.searchParams.get('periode')).data ?? redirect('/appreciations');
  const answer = await ask(remarksOperations.readRemarks, { path: { serviceId, period } });
  if (!answer.ok) redirect(answer.refusal.status === 401 ? SIGN_IN : '/appreciations');
  return csvResponse(writeRemarksCsv(csvRowsOf(answer.output)), `appreciations-${period}.csv`);
};
