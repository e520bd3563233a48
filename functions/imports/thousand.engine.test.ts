import { expect, it } from 'vitest';
import { aDelivery, aGuardianRecord, aPupilRecord, aStaffRecord } from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';

it('imports a thousand pupils with two guardians each in a few seconds of processor', async () => {
  const world = await importWorld();
  const keys = Array.from({ length: 1000 }, (_, index) => String(index + 1));
  const pupils = keys.map((key) => aPupilRecord(key, { ENTElevePersRelEleve: [`9000${key}$10$1$1$1$0`, `8000${key}$20$0$1$1$0`] }));
  const guardians = keys.flatMap((key) => [aGuardianRecord(`9000${key}`), aGuardianRecord(`8000${key}`)]);
  const record = await world.add(aDelivery({ pupils, guardians, staff: [aStaffRecord('700071')] }));
  await world.ask(record, 'plan');
  world.table.meter.reset();
  const before = process.cpuUsage();
  const started = performance.now();
  const applied = await world.ask(record, 'apply');
  const cpu = process.cpuUsage(before);
  console.log(
    `import.aaf: ${Math.round((cpu.user + cpu.system) / 1000)} ms of processor, ${Math.round(performance.now() - started)} ms, ${world.table.meter.units().wru / 1000} WRU a pupil`,
  );
  expect(applied).toMatchObject({ status: 'applied', written: 3005 });
  expect(world.table.meter.units().wru / keys.length).toBeLessThanOrEqual(6);
  expect(cpu.user + cpu.system).toBeLessThan(6_000_000);
}, 60_000);
