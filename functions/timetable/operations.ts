import type { Bound } from '../runtime/bind.ts';
import { changeLesson } from './change-lesson.ts';
import { listChanges } from './list-changes.ts';
import { listColleagues } from './list-colleagues.ts';
import { readDay } from './read-day.ts';
import type { TimetableServices } from './services.ts';
import { withdrawChange } from './withdraw-change.ts';

export const operations: readonly Bound<TimetableServices>[] = [readDay, changeLesson, withdrawChange, listChanges, listColleagues];
