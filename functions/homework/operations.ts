import type { Bound } from '../runtime/bind.ts';
import { changeWork } from './change-work.ts';
import { copyWork } from './copy-work.ts';
import { correctHandIn } from './correct-hand-in.ts';
import { correctTogether } from './correct-together.ts';
import { downloadHandIns } from './download-hand-ins.ts';
import { giveWork } from './give-work.ts';
import { handInWork } from './hand-in-work.ts';
import { listAway } from './list-away.ts';
import { listDue } from './list-due.ts';
import { listGiven } from './list-given.ts';
import { listHandIns } from './list-hand-ins.ts';
import { listOfClass } from './list-of-class.ts';
import { markDone } from './mark-done.ts';
import { planHandIns } from './plan-hand-ins.ts';
import { previewWork } from './preview-work.ts';
import { readCatchUp } from './read-catch-up.ts';
import { readComposer } from './read-composer.ts';
import { readCorrection } from './read-correction.ts';
import { readFile } from './read-file.ts';
import { readHandInFile } from './read-hand-in-file.ts';
import { readHandIn } from './read-hand-in.ts';
import { readWork } from './read-work.ts';
import { remindHandIns } from './remind-hand-ins.ts';
import { restoreWork } from './restore-work.ts';
import { returnHandIns } from './return-hand-ins.ts';
import type { HomeworkServices } from './services.ts';
import { setDeadline } from './set-deadline.ts';
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
  readHandIn,
  handInWork,
  listHandIns,
  planHandIns,
  readCorrection,
  correctHandIn,
  correctTogether,
  returnHandIns,
  remindHandIns,
  downloadHandIns,
  readHandInFile,
  readCatchUp,
  listAway,
  setDeadline,
];
