import type { Bound } from '../runtime/bind.ts';
import { addAddendum } from './add-addendum.ts';
import { addRecord } from './add-record.ts';
import { copyRecord } from './copy-record.ts';
import { exportYear } from './export-year.ts';
import { grantVisa } from './grant-visa.ts';
import { listRecords } from './list-records.ts';
import { listVersions } from './list-versions.ts';
import { readNotes, writeNotes } from './notes.ts';
import { addProgression, removeProgression, writeProgression } from './progressions.ts';
import { readFile } from './read-file.ts';
import { readRecord } from './read-record.ts';
import { listSequences, readSequence } from './read-sequences.ts';
import type { NotebookServices } from './services.ts';
import { withdrawRecord } from './withdraw-record.ts';
import { writeRecord } from './write-record.ts';
import { addSequence, copySequence, placeSequence, removeSequence, writeSequence } from './write-sequences.ts';
import { addStep, writeStep } from './write-steps.ts';

export const operations: readonly Bound<NotebookServices>[] = [
  listRecords,
  readRecord,
  writeRecord,
  addRecord,
  withdrawRecord,
  addAddendum,
  grantVisa,
  listVersions,
  readNotes,
  writeNotes,
  copyRecord,
  readFile,
  exportYear,
  listSequences,
  addSequence,
  readSequence,
  writeSequence,
  removeSequence,
  addStep,
  writeStep,
  copySequence,
  placeSequence,
  addProgression,
  writeProgression,
  removeProgression,
];
