import { expect, it } from 'vitest';
import { providerScanner } from './provider-scanner.ts';

const specimen = { key: 'quarantine/k', version: 'v1', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-') } as const;

const scannerWith = (status: string | undefined) => {
  const asked: unknown[] = [];
  const scan = providerScanner({
    readTags: async (...key) => {
      asked.push(key);
      return new Map(status === undefined ? [] : [['GuardDutyMalwareScanStatus', status]]);
    },
  });
  return { asked, scan };
};

it.each([
  ['NO_THREATS_FOUND', undefined],
  ['THREATS_FOUND', 'malware'],
  ['UNSUPPORTED', 'locked'],
])('reads %s on the very version that was read', async (status, fault) => {
  const { asked, scan } = scannerWith(status);
  expect(await scan(specimen)).toBe(fault);
  expect(asked).toEqual([['quarantine/k', 'v1']]);
});

it.each([undefined, 'ACCESS_DENIED', 'FAILED'])('waits and asks again when the tag is %s', async (status) => {
  await expect(scannerWith(status).scan(specimen)).rejects.toThrow('has not answered');
});
