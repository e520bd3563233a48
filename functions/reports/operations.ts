import type { Bound } from '../runtime/bind.ts';
import { checkLsu } from './check-lsu.ts';
import { downloadClassCards } from './download-class-cards.ts';
import { downloadLsu } from './download-lsu.ts';
import { listCardClasses } from './list-card-classes.ts';
import { listClassCards } from './list-class-cards.ts';
import { listOwnCards } from './list-own-cards.ts';
import { listPupilCards } from './list-pupil-cards.ts';
import { readCard } from './read-card.ts';
import { readPaper } from './read-paper.ts';
import { readSealing } from './read-sealing.ts';
import { revokeCard } from './revoke-card.ts';
import { sealCards } from './seal-cards.ts';
import type { ReportsServices } from './services.ts';
import { setDisciplines } from './set-disciplines.ts';
import { verifyCard } from './verify-card.ts';

export const operations: readonly Bound<ReportsServices>[] = [
  sealCards,
  readSealing,
  listCardClasses,
  listClassCards,
  downloadClassCards,
  listOwnCards,
  listPupilCards,
  readCard,
  readPaper,
  revokeCard,
  verifyCard,
  checkLsu,
  downloadLsu,
  setDisciplines,
];
