import { randomBytes, randomUUID } from 'node:crypto';
import { socleDoor } from '../assessment/socle-reads.ts';
import { directoryDoor } from '../directory/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { reportsStoreFrom } from './environment.ts';
import { operations } from './operations.ts';
import { papersFrom } from './papers.ts';

const client = openDatabase();
const directory = directoryDoor(client);
const { findActor } = directory;

export const handler = apiHandler(
  operations,
  {
    now: () => new Date().toISOString(),
    findActor,
    directory,
    assessment: socleDoor(client),
    store: reportsStoreFrom(client),
    papers: papersFrom(client, () => randomUUID().replaceAll('-', '')),
    randomBytes,
  },
  findActor,
);
