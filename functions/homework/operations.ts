import type { Bound } from '../runtime/bind.ts';
import { changeWork } from './change-work.ts';
import { copyWork } from './copy-work.ts';
import { giveWork } from './give-work.ts';
import { listDue } from './list-due.ts';
import { listGiven } from './list-given.ts';
import { listOfClass } from './list-of-class.ts';
import { markDone } from './mark-done.ts';
import { previewWork } from './preview-work.ts';
import { readComposer } from './read-composer.ts';
import { readFile } from './read-file.ts';
import { readWork } from './read-work.ts';
import { restoreWork } from './restore-work.ts';
import type { HomeworkServices } from './services.ts';
import { withdrawWork } from './withdraw-work.ts';

export const operations: readonly Bound<HomeworkServices>[] = [
  listDue,
  readWork,
  readFile,
  markDone,
  listGiven,
  listOfClass,
  readComposer,
  previewWork,
  giveWork,
  changeWork,
  withdrawWork,
  restoreWork,
  copyWork,
];
