import { existsSync } from 'node:fs';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { localAccounts } from './demo/personas.ts';
import { apply, examine, listAnomalies, sendFile } from './import/deliver.ts';
import { readOptions, USAGE, type ImportOptions } from './import/options.ts';
import { anomalyReport, planReport, progressLine, resultLine } from './import/report.ts';
import { apiClient, type ApiClient } from './start/api-client.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const showProgress = (): ((record: Parameters<typeof progressLine>[0]) => void) => {
  let last = '';
  return (record) => {
    const line = progressLine(record);
    if (line !== last) say(`  ${line}`);
    last = line;
  };
};

const signIn = async ({ api, login }: ImportOptions): Promise<ApiClient> => {
  const password = process.env['PREAU_PASSWORD'] ?? localAccounts().find((account) => account.login === login)?.password;
  if (password === undefined) throw new Error(`Donnez le mot de passe de « ${login} » dans la variable PREAU_PASSWORD.`);
  const client = apiClient(api);
  const { accessToken } = await client.call(identityOperations.signInLocally, { body: { login, password } });
  return client.withToken(accessToken);
};

/** True when the delivery was applied, or examined without a reason to refuse it. */
const run = async (options: ImportOptions): Promise<boolean> => {
  if (!existsSync(options.file)) throw new Error(`Le fichier ${options.file} n’existe pas.`);
  const api = await signIn(options);
  say(`Envoi de ${options.file}`);
  const importId = await sendFile(api, options.kind, options.file);
  const planned = await examine(api, importId, showProgress());
  if (planned.plan !== undefined) say(planReport(planned.kind, planned.plan));
  say(anomalyReport(planned, await listAnomalies(api, importId)));
  if (planned.status !== 'planned') {
    say(resultLine(planned));
    return false;
  }
  if (options.dryRun) {
    say('Examen seulement : rien n’a été écrit.');
    return true;
  }
  if (planned.plan?.confirmVanished === true && options.confirmVanished !== planned.plan.vanished) {
    say('Rien n’a été écrit : le nombre de ce qui disparaît n’est pas confirmé.');
    return false;
  }
  const applied = await apply(api, importId, options.confirmVanished, showProgress());
  say(resultLine(applied));
  return applied.status === 'applied';
};

const unreachable = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed';

const read = readOptions(process.argv.slice(2));
if (read.kind === 'help') say(USAGE);
else if (read.kind === 'fault') {
  process.stderr.write(`${read.message}\n`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = (await run(read.options)) ? 0 : 1;
  } catch (error) {
    const text = unreachable(error)
      ? `L’API ${read.options.api} ne répond pas. Démarrez Préau par npm start, ou donnez son adresse par --api.`
      : error instanceof Error
        ? error.message
        : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  }
}
