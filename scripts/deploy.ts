import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { academies, academyOf } from '../infra/academies.ts';
import { deploySteps, selected, whatIsMissing, type Step } from './deploy-steps.ts';

const usage = `npm run deploy -- --academy CODE --stage prod [--dry-run | --smoke-only] [--skip-checks]

  --dry-run      affiche toutes les étapes et n’exécute que celles qui ne touchent pas AWS
  --smoke-only   n’exécute que l’essai de ce qui est déployé
  --skip-checks  ne refait pas « npm run check » (la chaîne d’intégration vient de le faire)

Académies : ${academies.map(({ code }) => code).join(', ')}`;

const { values } = parseArgs({
  options: {
    academy: { type: 'string' },
    stage: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'smoke-only': { type: 'boolean', default: false },
    'skip-checks': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const run = ({ command, environment }: Step): Promise<number> =>
  new Promise((resolve) => {
    const [file = '', ...args] = command;
    const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

const runAll = async (steps: readonly Step[]): Promise<number> => {
  for (const step of steps) {
    console.log(`\n▸ ${step.name}\n  ${step.command.join(' ')}`);
    const code = await run(step);
    if (code !== 0) {
      console.error(`\n✗ ${step.name} : rien n’a été fait après cette étape.`);
      return code;
    }
  }
  return 0;
};

const main = async (): Promise<number> => {
  if (values.help || values.academy === undefined || values.stage === undefined) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const academy = academyOf(values.academy);
  const steps = deploySteps(academy, values.stage).filter(({ name }) => name !== 'Vérifications' || !values['skip-checks']);
  const missing = whatIsMissing(academy);
  if (missing.length > 0) console.log(`Il manque, avant de déployer :\n${missing.map((line) => `  - ${line}`).join('\n')}`);
  if (values['dry-run']) {
    for (const { name, command, offline } of steps) console.log(`${offline ? '●' : '○'} ${name}\n    ${command.join(' ')}`);
    return runAll(selected(steps, 'offline'));
  }
  if (missing.length > 0) return 1;
  return runAll(selected(steps, values['smoke-only'] ? 'smoke' : 'all'));
};

process.exitCode = await main();
