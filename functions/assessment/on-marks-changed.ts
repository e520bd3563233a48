import { MarksChanged, MarksSettingsChanged } from '@preau/shared/assessment/events.ts';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { assessmentStoresFrom } from './environment.ts';
import { rebuildGeneralOfSchool } from './rebuild-general.ts';
import { rebuildResults } from './rebuild-results.ts';

const client = openDatabase();

const services = {
  now: () => new Date().toISOString(),
  ...assessmentStoresFrom(client),
  directory: directoryDoor(client),
  timetable: timetableDoor(client),
};

export const handler = reactionHandler([
  on(MarksChanged, rebuildResults(services)),
  on(MarksSettingsChanged, rebuildGeneralOfSchool(services)),
]);
