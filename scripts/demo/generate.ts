import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { deliveryOf, type Delivery } from './aaf-delivery.ts';
import { lessonsFiles, type LessonsFile } from './lessons-files.ts';
import type { Population } from './model.ts';
import { mainPopulation, populations } from './population.ts';

export interface DemoRequest {
  readonly seed: number;
  /** The school date of the start. */
  readonly today: LocalDate;
  /** The instant of the start: lessons are around it. */
  readonly now: Instant;
  /** A thousand unless said; any number makes as many collèges more as it needs. */
  readonly pupils?: number;
}

export interface Demo {
  readonly main: Population;
  readonly aaf: Delivery;
  readonly lessons: readonly LessonsFile[];
}

export const DEMO_PUPILS = 1000;

/** The demonstration academy as real files: the same seed, date and instant give the same bytes. */
export const generateDemo = ({ seed, today, now, pupils = DEMO_PUPILS }: DemoRequest): Demo => {
  const request = { seed, today, pupils };
  const main = mainPopulation(request);
  return { main, aaf: deliveryOf(() => populations(request), now), lessons: lessonsFiles(main, seed, now, today) };
};
