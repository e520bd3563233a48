import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { writeCsv } from '@preau/shared/kernel/csv.ts';
import { ClassId } from '@preau/shared/kernel/ids.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import { openVisit, schoolOf } from '@/features/identity/shell/visit.ts';
import { ask } from '@/lib/session.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

const HEAD = ['Nom', 'Prénom', 'Moyenne générale', 'Version', 'Scellé le', 'Visible à partir du', 'État', 'Consultations'];

/** The list of a class's cards for a spreadsheet. */
export const GET = async (request: NextRequest): Promise<Response> => {
  const { schoolId } = schoolOf(await openVisit());
  const words = request.nextUrl.searchParams;
  const classId = ClassId.safeParse(words.get('classe')).data ?? redirect('/bulletins');
  const period = CardPeriodKey.safeParse(words.get('periode')).data ?? redirect('/bulletins');
  const answer = await ask(reportsOperations.listClassCards, { path: { schoolId, classId }, query: { period } });
  if (!answer.ok) redirect(answer.refusal.status === 401 ? SIGN_IN : '/bulletins');
  const rows = answer.output.rows.map(({ lastName, firstName, generalAverage = '', line, seenBy }) => [
    lastName,
    firstName,
    generalAverage,
    line === undefined ? '' : String(line.version),
    line?.sealedAt ?? '',
    line?.visibleFrom ?? '',
    line === undefined ? 'Non scellé' : line.revoked === undefined ? 'En vigueur' : 'Annulé',
    seenBy.map(({ name, at }) => `${name} ${at}`).join(' ; '),
  ]);
  return new Response(writeCsv([HEAD, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bulletins-${period}.csv"`,
      'x-content-type-options': 'nosniff',
    },
  });
};
