import { caseGuardians, casePupils } from './cases.ts';
import { withKnownStaff } from './case-staff.ts';
import { keysOf, populate } from './families.ts';
import type { DemoSchool, Population } from './model.ts';
import { random } from './random.ts';
import { furtherSchool, MAIN_PUPILS, MAIN_SCHOOLS } from './schools.ts';
import { staffOf } from './staff.ts';

export interface PopulationRequest {
  readonly seed: number;
  readonly today: string;
  /** About how many pupils in all; the three main schools hold a thousand of them at most. */
  readonly pupils: number;
}

const FURTHER_PUPILS = 400;
const MAIN_TOTAL = MAIN_PUPILS.reduce((sum, size) => sum + size, 0);

/** School years begin in September. */
const schoolYearOf = (today: string): number => Number(today.slice(0, 4)) - (Number(today.slice(5, 7)) < 9 ? 1 : 0);

const peopleOf = (request: PopulationRequest, school: DemoSchool, rank: number, size: number) => ({
  ...populate(random(request.seed, `${school.uai} families`), school, size, keysOf(rank), schoolYearOf(request.today)),
  staff: staffOf(random(request.seed, `${school.uai} staff`), school, rank),
});

/** The three main schools, with the families and the staff that everybody meets. */
export const mainPopulation = (request: PopulationRequest): Population => {
  const share = Math.min(1, request.pupils / MAIN_TOTAL);
  const people = MAIN_SCHOOLS.map((school, rank) => peopleOf(request, school, rank, Math.round((MAIN_PUPILS[rank] ?? 0) * share)));
  return {
    schools: MAIN_SCHOOLS,
    pupils: [...casePupils(request.today), ...people.flatMap((one) => one.pupils)],
    guardians: [...caseGuardians, ...people.flatMap((one) => one.guardians)],
    staff: withKnownStaff(people.flatMap((one) => one.staff)),
  };
};

/** All the schools, one after the other: an academy of any size costs the memory of one school. */
export function* populations(request: PopulationRequest): Generator<Population> {
  yield mainPopulation(request);
  const further = Math.ceil(Math.max(0, request.pupils - MAIN_TOTAL) / FURTHER_PUPILS);
  for (let index = 0; index < further; index += 1) {
    const rank = MAIN_SCHOOLS.length + index;
    const school = furtherSchool(index);
    yield {
      schools: [school],
      ...peopleOf(request, school, rank, Math.min(FURTHER_PUPILS, request.pupils - MAIN_TOTAL - index * FURTHER_PUPILS)),
    };
  }
}
