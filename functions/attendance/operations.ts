import type { Bound } from '../runtime/bind.ts';
import { decideJustification } from './decide-justification.ts';
import { declareAbsence } from './declare-absence.ts';
import { justifyAbsence } from './justify-absence.ts';
import { listDays } from './list-days.ts';
import { listRegisters } from './list-registers.ts';
import { listToDecide } from './list-to-decide.ts';
import { prepareFile } from './prepare-file.ts';
import { readDay } from './read-day.ts';
import { readFile } from './read-file.ts';
import { readRegister } from './read-register.ts';
import type { AttendanceServices } from './services.ts';
import { takeRegister } from './take-register.ts';
import { withdrawDeclaration } from './withdraw-declaration.ts';

export const operations: readonly Bound<AttendanceServices>[] = [
  readRegister,
  takeRegister,
  listRegisters,
  declareAbsence,
  withdrawDeclaration,
  listDays,
  readDay,
  justifyAbsence,
  prepareFile,
  readFile,
  decideJustification,
  listToDecide,
];
