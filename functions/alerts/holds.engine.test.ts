import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { VOLUME_FLOOR } from '@preau/shared/alerts/guard.ts';
import type { Hold } from '@preau/shared/alerts/schema.ts';
import { alertsTable } from '@preau/shared/alerts/table.ts';
import { anActor } from '@preau/shared/directory/actors.testing.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { describe, expect, it } from 'vitest';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { play } from '../testing/play.ts';
import { freshTable } from '../testing/tables.ts';
import { operations } from './operations.ts';
import type { AlertsStore } from './services.ts';
import { alertsStore } from './store.ts';
import { aWorld, SCHOOL } from './world.testing.ts';

const HEAD = anActor({
  posts: [{ schoolId: SCHOOL, schoolName: '', functions: ['DIR'], classIds: [], groupIds: [], principalOf: [] }],
});
const WAITING = 3;
const DATE = '2026-11-23';
const pupil = (name: string) => PersonId.parse(`per_${name.padEnd(20, '0')}`);

/** A school over the real store, its head, and a burst of which three alerts wait. */
const aSchool = async () => {
  const table = await freshTable(alertsTable);
  const store = alertsStore(tableStore(alertsTable, table.name, table.client));
  const school = aWorld({ store });
  const { reminders, directory, now } = school.services;
  const ask = (operation: (typeof alertsOperations)[keyof typeof alertsOperations], body: unknown, by = store, path = {}) => {
    const services = { store: by, reminders, directory, now, findActor: async () => HEAD };
    return play(
      apiHandler(operations, services, services.findActor),
      operation,
      { path: { schoolId: SCHOOL, ...path }, body },
      HEAD.personId,
    );
  };
  const findHold = async (): Promise<Hold> => {
    const [hold] = await store.listHolds(SCHOOL);
    if (hold === undefined) throw new Error('Nothing is held');
    return hold;
  };
  return {
    store,
    school,
    findHold,
    burst: async () => {
      await store.countAlerts(SCHOOL, `${DATE}T08:2`, VOLUME_FLOOR);
      for (let index = 0; index < WAITING; index += 1) await school.observe({ pupilId: pupil(`burst${index}`) });
      return findHold();
    },
    decide: ({ holdId }: Hold, decision: 'release' | 'cancel', by = store) =>
      ask(alertsOperations.decideHold, { decision, typedCount: WAITING, reason: 'Grève des bus' }, by, { holdId }),
    set: (sending: boolean, by = store) => ask(alertsOperations.setSwitch, { sending, reason: 'Essai des sirènes' }, by),
    choose: (alertHoldSeconds: number) => ask(alertsOperations.changeSettings, { alertHoldSeconds }),
    minutes: async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await school.sweep();
        school.pass(60);
        await school.work();
      }
    },
    stateOf: async (name: string) => (await store.listDay(pupil(name), DATE)).deliveries.map(({ state }) => state),
  };
};

/** The function dies before one of its writes. */
const dyingBefore = (store: AlertsStore, write: number): AlertsStore => {
  let writes = 0;
  const dies =
    <A extends readonly unknown[], R>(run: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      writes += 1;
      if (writes === write) throw new Error('the function dies');
      return run(...args);
    };
  return {
    ...store,
    saveHold: dies(store.saveHold),
    saveControl: dies(store.saveControl),
    saveHoldAndControl: dies(store.saveHoldAndControl),
  };
};

describe('a burst', () => {
  it.each([1, 2, 3])('is decided wholly or not at all, whatever dies before its write %i: alerts leave afterwards', async (write) => {
    const { store, school, burst, decide, findHold, minutes, stateOf } = await aSchool();
    const hold = await burst();
    await decide(hold, 'release', dyingBefore(store, write)).catch(() => undefined);
    await decide(hold, 'release');
    expect([(await findHold()).status, (await store.findControl(SCHOOL)).openHoldId]).toEqual(['releasing', undefined]);
    await minutes(6);
    expect([(await findHold()).status, school.world.sent.length]).toEqual(['released', WAITING]);
    await school.observe({ pupilId: pupil('after') });
    await minutes(2);
    expect(await stateOf('after')).toEqual(['sent']);
  });

  it('that was half decided is finished by the sweep, and the guard lets what was released go on', async () => {
    const { store, school, burst, findHold, minutes, stateOf } = await aSchool();
    const hold = await burst();
    const now = school.services.now();
    await store.saveHold({ ...hold, status: 'releasing', wakeAt: now, decidedAt: now, version: hold.version + 1 });
    await minutes(1);
    expect((await store.findControl(SCHOOL)).openHoldId).toBeUndefined();
    await school.observe({ pupilId: pupil('after') });
    await minutes(6);
    expect([(await findHold()).status, await stateOf('after'), await store.countHeld(hold.holdId)]).toEqual(['released', ['sent'], 0]);
  });

  it('that was half decided is finished by whoever decides again', async () => {
    const { store, school, burst, decide, minutes } = await aSchool();
    const hold = await burst();
    await store.saveHold({ ...hold, status: 'cancelling', decidedAt: school.services.now(), version: hold.version + 1 });
    expect((await decide(hold, 'cancel')).status).toBe(200);
    expect((await decide(hold, 'cancel')).body.code).toBe('alerts.hold-decided');
    await minutes(1);
    expect(await store.countHeld(hold.holdId)).toBe(0);
  });

  it('that is over is joined by nobody, even when the school’s control still names it', async () => {
    const { store, school, burst, minutes, stateOf } = await aSchool();
    const hold = await burst();
    await store.saveHold({ ...hold, status: 'released', version: hold.version + 1 });
    school.pass(3600);
    await school.observe({ pupilId: pupil('later') });
    await minutes(2);
    expect(await stateOf('later')).toEqual(['sent']);
  });

  it('opens a hold of its own where the one before is over', async () => {
    const { store, school, burst } = await aSchool();
    const hold = await burst();
    await store.saveHold({ ...hold, status: 'released', version: hold.version + 1 });
    await school.observe({ pupilId: pupil('same') });
    const { openHoldId } = await store.findControl(SCHOOL);
    const [other] = (await store.listHolds(SCHOOL)).filter(({ status }) => status === 'open');
    expect([openHoldId, await store.countHeld(openHoldId!)]).toEqual([other?.holdId, 1]);
  });

  it('is one hold, whatever sees it at once', async () => {
    const { store, school } = await aSchool();
    await store.countAlerts(SCHOOL, `${DATE}T08:2`, VOLUME_FLOOR);
    await Promise.all(Array.from({ length: 5 }, (_, index) => school.observe({ pupilId: pupil(`burst${index}`) })));
    const [hold, ...others] = await store.listHolds(SCHOOL);
    expect([others, await store.countHeld(hold!.holdId)]).toEqual([[], 5]);
  });
});

describe('the head’s switch', () => {
  it.each([1, 2, 3])('is resumed wholly or not at all, whatever dies before its write %i: what waited leaves', async (write) => {
    const { store, school, set, findHold, minutes, stateOf } = await aSchool();
    await set(false, dyingBefore(store, write));
    await set(false);
    await school.observe({ pupilId: pupil('during') });
    await set(true, dyingBefore(store, write));
    await minutes(6);
    await school.observe({ pupilId: pupil('between') });
    await set(true);
    await minutes(6);
    expect([(await findHold()).status, (await store.findControl(SCHOOL)).stopped]).toEqual(['released', undefined]);
    expect([await stateOf('during'), await stateOf('between')]).toEqual([['sent'], ['sent']]);
  });

  it('is resumed even when a setting changes meanwhile, which is kept', async () => {
    const { store, set, choose } = await aSchool();
    await set(false);
    let reads = 0;
    const findControl: AlertsStore['findControl'] = async (schoolId) => {
      const control = await store.findControl(schoolId);
      reads += 1;
      if (reads === 1) await choose(600);
      return control;
    };
    expect((await set(true, { ...store, findControl })).body).toMatchObject({ sending: true, settings: { alertHoldSeconds: 600 } });
  });

  it('that was half resumed is finished by the sweep', async () => {
    const { store, school, set, findHold, minutes, stateOf } = await aSchool();
    await set(false);
    const now = school.services.now();
    const hold = await findHold();
    await store.saveHold({ ...hold, status: 'releasing', wakeAt: now, decidedAt: now, version: hold.version + 1 });
    await school.observe({ pupilId: pupil('between') });
    await minutes(6);
    expect([(await findHold()).status, (await store.findControl(SCHOOL)).stopped, await stateOf('between')]).toEqual([
      'released',
      undefined,
      ['sent'],
    ]);
  });

  it('looks again, when it is resumed, at what joined a hold that was over', async () => {
    const { store, school, set, findHold, minutes, stateOf } = await aSchool();
    await set(false);
    const hold = await findHold();
    await store.saveHold({ ...hold, status: 'released', version: hold.version + 1 });
    await school.observe({ pupilId: pupil('late') });
    await set(true);
    await minutes(6);
    expect(await stateOf('late')).toEqual(['sent']);
  });
});
