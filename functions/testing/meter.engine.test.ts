import { expect, it } from 'vitest';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { freshTable } from './tables.ts';

it('counts what the engine consumes, indexes included', async () => {
  const table = await freshTable(attendanceTable);
  await table.client.put({ TableName: table.name, Item: { pk: 'A', sk: 'B', gsi1pk: 'C', gsi1sk: 'D' } });
  expect(table.meter.units()).toEqual({ rru: 0, wru: 2 });

  table.meter.reset();
  await table.client.get({ TableName: table.name, Key: { pk: 'A', sk: 'B' } });
  expect(table.meter.units()).toEqual({ rru: 0.5, wru: 0 });
});
