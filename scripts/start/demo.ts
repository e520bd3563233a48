import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { directoryStore } from '@preau/functions/directory/store.ts';
import { localJoinKey, localPersonId } from '@preau/functions/identity/local-account.ts';
import { derivedId } from '@preau/functions/runtime/derived-id.ts';
import { documentClient } from '@preau/functions/runtime/entity.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import type { RunningAcademy } from '../../infra/local/academy.ts';
import { hashPassword, newUser } from '../../infra/local/cognito/users.ts';
import { DEMO_PUPILS } from '../demo/generate.ts';
import { blockedJoinKeys, localAccounts } from '../demo/personas.ts';
import { writeDemo } from '../demo/write.ts';
import { apiClient, type ApiClient } from './api-client.ts';
import { bringIn } from './bring-in.ts';

const SEED = 1;

export interface DemoFiles {
  readonly aaf: string;
  readonly lessons: readonly string[];
  readonly remove: () => void;
}

/** Writes the demonstration academy as the files that an operator would receive. */
export const demoFiles = async (now: string, pupils: number = DEMO_PUPILS): Promise<DemoFiles> => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-demo-'));
  const files = await writeDemo(folder, { now, seed: SEED, pupils });
  return { ...files, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

const directoryOf = (academy: RunningAcademy) => {
  const client = new DynamoDBClient({
    endpoint: academy.endpoint,
    region: academy.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return directoryStore(academy.tableName('directory'), documentClient(client));
};

/** Creates the local accounts, in the directory and in the pool: operators are in no feed. */
export const createLocalAccounts = async (academy: RunningAcademy): Promise<void> => {
  const directory = directoryOf(academy);
  for (const account of localAccounts()) {
    const personId = localPersonId(account.login);
    await directory.putLocalPerson({
      personId,
      joinKey: localJoinKey(account.login),
      kind: 'operator',
      firstName: account.firstName,
      lastName: account.lastName,
      operator: true,
      source: 'local',
      status: 'active',
    });
    if (academy.users.find(personId) === undefined)
      academy.users.save({ ...newUser(personId, {}), passwordHash: hashPassword(account.password), status: 'CONFIRMED' });
  }
};

/** The API as the demonstration's operator. */
export const asOperator = async (academy: RunningAcademy): Promise<ApiClient> => {
  const [account] = localAccounts();
  if (account === undefined) throw new Error('The demonstration has no operator');
  const api = apiClient(academy.apiOrigin);
  const { accessToken } = await api.call(identityOperations.signInLocally, { body: { login: account.login, password: account.password } });
  return api.withToken(accessToken);
};

/** Imports the demonstration by the real import: the directory once, the lessons at each start, for they are around the present hour. */
export const importDemo = async (academy: RunningAcademy, files: DemoFiles, dataDir: string | undefined): Promise<void> => {
  const api = await asOperator(academy);
  const marker = dataDir === undefined ? undefined : join(dataDir, 'demonstration.json');
  if (marker === undefined || !existsSync(marker)) {
    await bringIn(api, 'aaf', files.aaf);
    const directory = directoryOf(academy);
    for (const joinKey of blockedJoinKeys()) await directory.setPreference(PersonId.parse(derivedId('per', joinKey)), { blocked: true });
    if (marker !== undefined) writeFileSync(marker, JSON.stringify({ importedAt: new Date().toISOString() }));
  }
  for (const lessons of files.lessons) await bringIn(api, 'lessons', lessons);
  files.remove();
};
