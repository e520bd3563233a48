import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly dataDir?: string;
  readonly webPort: number;
  readonly apiPort: number;
  readonly withWeb: boolean;
  readonly withDemo: boolean;
}

export type ReadOptions =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly message: string };

export const USAGE = `Démarre une académie Préau sur cet ordinateur : rien ne sort de la machine, aucun compte n’est nécessaire.

  npm start -- [options]

  --data DOSSIER    garde les données entre deux démarrages (sans cette option, tout est neuf à chaque fois)
  --port PORT       port du site (3000)
  --api-port PORT   port de l’API (4000)
  --no-web          n’ouvre pas le site, seulement l’API
  --empty           n’importe pas l’académie de démonstration
  --help            affiche cette aide
`;

const portOf = (text: string): number | undefined => {
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : undefined;
};

/** Reads the command line; a wrong one says what to write instead. */
export const readOptions = (args: readonly string[], cwd: string): ReadOptions => {
  const parsed = ((): ReturnType<typeof parse> | string => {
    try {
      return parse(args);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  })();
  if (typeof parsed === 'string')
    return { kind: 'fault', message: `Option inconnue ou incomplète (${parsed.split('.')[0] ?? ''}). Voyez npm start -- --help.` };
  const { values } = parsed;
  if (values.help) return { kind: 'help' };
  const webPort = portOf(values.port);
  const apiPort = portOf(values['api-port']);
  if (webPort === undefined || apiPort === undefined)
    return { kind: 'fault', message: 'Un port est un nombre entre 1 et 65535 : npm start -- --port 3001.' };
  if (webPort === apiPort) return { kind: 'fault', message: 'Le site et l’API ne peuvent pas partager un port : choisissez-en deux.' };
  return {
    kind: 'start',
    options: {
      ...(values.data === undefined ? {} : { dataDir: resolve(cwd, values.data) }),
      webPort,
      apiPort,
      withWeb: !values['no-web'],
      withDemo: !values.empty,
    },
  };
};

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '3000' },
      'api-port': { type: 'string', default: '4000' },
      'no-web': { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
