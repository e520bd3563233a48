import type { Bound } from '../runtime/bind.ts';
import { listServices } from './list-services.ts';
import type { AssessmentServices } from './services.ts';

export const operations: readonly Bound<AssessmentServices>[] = [listServices];
