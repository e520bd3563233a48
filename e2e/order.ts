import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The journeys share one academy: what fills or changes it wholly comes after those who live in it, and the logs are read at the end. */
const LAST = ['xss.e2e.ts', 'xss-marks.e2e.ts', 'import.e2e.ts', 'privacy.e2e.ts'];

const rankOf = ({ moduleId }: TestSpecification): number => LAST.indexOf(basename(moduleId));

/** Runs the files in any order, except the last ones of the journeys. */
export class JourneyOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
