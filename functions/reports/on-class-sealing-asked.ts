import { randomUUID } from 'node:crypto';
import { ClassSealingAsked } from '@preau/shared/reports/events.ts';
import { assessmentDoor } from '../assessment/reads.ts';
import { attendanceDoor } from '../attendance/reads.ts';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { cardPdf } from './card-pdf.ts';
import { assessmentCards } from './assessment-cards.ts';
import { reportsStoreFrom } from './environment.ts';
import { papersFrom } from './papers.ts';
import { sealClass } from './seal-class.ts';

const client = openDatabase();
const directory = directoryDoor(client);
const now = (): string => new Date().toISOString();

const services = {
  now,
  store: reportsStoreFrom(client),
  directory,
  source: assessmentCards({
    now,
    directory,
    assessment: assessmentDoor(client, timetableDoor(client)),
    attendance: attendanceDoor(client),
  }),
  papers: papersFrom(client, () => randomUUID().replaceAll('-', '')),
  toPaper: cardPdf,
};

export const handler = reactionHandler([on(ClassSealingAsked, sealClass(services))]);
