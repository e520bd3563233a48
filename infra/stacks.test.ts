import { beforeAll, describe } from 'vitest';
import { alarmsGuarantees } from './testing/guarantees/alarms.ts';
import { dataGuarantees } from './testing/guarantees/data-protection.ts';
import { eventsGuarantees } from './testing/guarantees/events.ts';
import { rightsGuarantees } from './testing/guarantees/rights.ts';
import { routesGuarantees } from './testing/guarantees/routes.ts';
import { synthesised, type Synthesised } from './testing/templates.ts';

// One synthesis for all of them: the first one of a process takes four seconds.
let academy: Synthesised;
const read = (): Synthesised => academy;
beforeAll(async () => {
  academy = await synthesised();
}, 60_000);

describe('data', () => {
  dataGuarantees(read);
});
describe('rights', () => {
  rightsGuarantees(read);
});
describe('routes', () => {
  routesGuarantees(read);
});
describe('events', () => {
  eventsGuarantees(read);
});
describe('alarms', () => {
  alarmsGuarantees(read);
});
