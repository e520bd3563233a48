import { isFree } from '../infra/local/process/ports.ts';
import { localAccounts, personas } from './demo/personas.ts';
import { readOptions, USAGE, type StartOptions } from './start/options.ts';
import { peopleTable } from './start/people-table.ts';
import { startSystem, type RunningSystem } from './start/system.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const give = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const refuseBusyPort = async (port: number, what: string, option: string): Promise<void> => {
  if (await isFree(port)) return;
  give(
    `Le port ${port} est déjà pris, ${what} ne peut pas s’ouvrir. Arrêtez le programme qui l’occupe, ou choisissez un autre port : npm start -- ${option} ${port + 1}`,
  );
};

const welcome = (system: RunningSystem, options: StartOptions, seconds: string): string => {
  const places = [
    ...(options.withWeb ? [`  Site           ${system.webOrigin}`] : []),
    `  API            ${system.apiOrigin}  (contrat : ${system.apiOrigin}/openapi.json)`,
    `  Boîte d’envoi  ${system.apiOrigin}/_local/outbox  (courriels et SMS que les familles recevraient)`,
    `  Données        ${options.dataDir ?? 'neuves à chaque démarrage (--data DOSSIER pour les garder)'}`,
  ];
  const people = options.withDemo ? `\n\nConnectez-vous comme :\n\n${peopleTable(personas(), localAccounts())}` : '';
  return `\nPréau est prêt (${seconds} s).\n\n${places.join('\n')}${people}\n\nCtrl-C pour tout arrêter.`;
};

const run = async (options: StartOptions): Promise<void> => {
  const began = Date.now();
  const seconds = (): string => ((Date.now() - began) / 1000).toFixed(1);
  let system: RunningSystem | undefined;
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    // Whatever does not close in time dies with this process: its children hold a pipe to it.
    setTimeout(() => process.exit(code), 8_000).unref();
    void (system?.close() ?? Promise.resolve()).catch(() => undefined).then(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  process.on('disconnect', () => stop(0));

  if (options.withWeb) await refuseBusyPort(options.webPort, 'le site', '--port');
  await refuseBusyPort(options.apiPort, 'l’API', '--api-port');
  say('Démarrage de Préau…');
  try {
    system = await startSystem({ ...options, say: (step) => say(`  ${seconds().padStart(5)} s  ${step}`) });
  } catch (error) {
    if (stopping) return;
    return give(`Préau n’a pas pu démarrer. ${error instanceof Error ? error.message : String(error)}`);
  }
  say(welcome(system, options, seconds()));
  void system.past.catch(() => {
    if (!stopping) say('L’historique des absences n’a pas pu être écrit en entier : relancez pour le compléter.');
  });
  const what = await system.failed;
  if (stopping) return;
  process.stderr.write(`Arrêt : ${what} s’est arrêté de lui-même.\n`);
  stop(1);
};

// Lambda's clock is UTC, and its threads here share this process' zone.
process.env['TZ'] = 'UTC';

const read = readOptions(process.argv.slice(2), process.cwd());
if (read.kind === 'help') say(USAGE);
else if (read.kind === 'fault') give(read.message);
else await run(read.options);
