import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { textOf, type Search } from '@/lib/search.ts';

export interface CouncilPlace {
  readonly schoolId: SchoolId;
  readonly classId: ClassId;
  readonly period: PeriodKey;
}

/** The address of a council; the school is said, for some teach in several. */
export const councilAddress = ({ schoolId, classId, period }: CouncilPlace, page = '', more = ''): string =>
  `/conseils/${classId}/${period}${page}?etablissement=${schoolId}${more}`;

/** The council that an address names; undefined when it names no possible one. */
export const placeOf = (
  params: { readonly classId: string; readonly period: string },
  search: Awaited<Search>,
  fallback: string | undefined,
): CouncilPlace | undefined => {
  const schoolId = SchoolId.safeParse(textOf(search['etablissement']) ?? fallback).data;
  const classId = ClassId.safeParse(params.classId).data;
  const period = PeriodKey.safeParse(params.period).data;
  return schoolId === undefined || classId === undefined || period === undefined ? undefined : { schoolId, classId, period };
};
