import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { gatherYear } from '@/features/notebook/export/gather-year.ts';
import { pageOfYear } from '@/features/notebook/export/page-of-year.ts';
import { SIGN_IN } from '@/lib/sign-in-path.ts';

const YEAR = /^20\d{2}$/u;

/** A year of a notebook as a download, never shown on our own pages. */
export const GET = async (request: NextRequest): Promise<Response> => {
  const words = request.nextUrl.searchParams;
  const asked = words.get('annee') ?? '';
  if (!YEAR.test(asked)) redirect('/cahier/archives');
  const year = Number(asked);
  const found = await gatherYear({
    year,
    teacherId: PersonId.safeParse(words.get('enseignant')).data,
    schoolId: SchoolId.safeParse(words.get('ecole')).data,
  });
  if (!found.ok) redirect(found.refusal.status === 401 ? SIGN_IN : '/cahier/archives');
  const isPage = words.get('forme') === 'page';
  return new Response(isPage ? pageOfYear(year, found.gathered) : JSON.stringify(found.gathered), {
    headers: {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="cahier-${year}-${year + 1}.${isPage ? 'html' : 'json'}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
};
