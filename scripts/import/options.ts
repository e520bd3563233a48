import { parseArgs } from 'node:util';
import { ImportKind } from '@preau/shared/imports/schema.ts';

export interface ImportOptions {
  readonly file: string;
  readonly kind: ImportKind;
  readonly dryRun: boolean;
  readonly confirmVanished?: number;
  readonly api: string;
  readonly login: string;
}

export type ReadOptions =
  | { readonly kind: 'import'; readonly options: ImportOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'fault'; readonly message: string };

export const USAGE = `Importe une livraison dans l’académie qui tourne, par les mêmes opérations que la page des imports.

  npm run import -- --kind aaf [options] FICHIER

  --kind aaf|lessons      annuaire académique (zip ou tgz) ou emploi du temps (csv)
  --dry-run               examine et annonce ce qui changerait, sans rien écrire
  --confirm-vanished N    confirme le nombre que l’examen annonce, quand plus de 5 % des personnes
                          disparaissent, ou des cours d’un établissement finissent sans être remplacés
  --api URL               adresse de l’API (http://localhost:4000)
  --as IDENTIFIANT        compte local d’opérateur (operateur) ; son mot de passe est dans PREAU_PASSWORD,
                          ou celui de la démonstration
  --help                  affiche cette aide
`;

const fault = (message: string): ReadOptions => ({ kind: 'fault', message: `${message} Voyez npm run import -- --help.` });

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: 'aaf' },
      'dry-run': { type: 'boolean', default: false },
      'confirm-vanished': { type: 'string' },
      api: { type: 'string', default: 'http://localhost:4000' },
      as: { type: 'string', default: 'operateur' },
      help: { type: 'boolean', default: false },
    },
  });

const tryParse = (args: readonly string[]): ReturnType<typeof parse> | undefined => {
  try {
    return parse(args);
  } catch {
    return undefined;
  }
};

/** Reads the command line; a wrong one says what to write instead. */
export const readOptions = (args: readonly string[]): ReadOptions => {
  const parsed = tryParse(args);
  if (parsed === undefined) return fault('Option inconnue ou incomplète.');
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const kind = ImportKind.safeParse(values.kind);
  if (!kind.success) return fault('--kind vaut aaf ou lessons.');
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return fault('Indiquez un seul fichier.');
  if (!URL.canParse(values.api)) return fault('--api est une adresse, par exemple http://localhost:4000.');
  const typed = values['confirm-vanished'];
  if (typed !== undefined && !/^\d{1,9}$/.test(typed)) return fault('--confirm-vanished est un nombre.');
  return {
    kind: 'import',
    options: {
      file,
      kind: kind.data,
      dryRun: values['dry-run'],
      api: values.api.replace(/\/$/, ''),
      login: values.as,
      ...(typed === undefined ? {} : { confirmVanished: Number(typed) }),
    },
  };
};
