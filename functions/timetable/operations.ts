import type { Bound } from '../runtime/bind.ts';
import { readDay } from './read-day.ts';
import type { TimetableServices } from './services.ts';

export const operations: readonly Bound<TimetableServices>[] = [readDay];
