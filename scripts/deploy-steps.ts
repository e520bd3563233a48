import type { Academy } from '../infra/academies.ts';
import { CERTIFICATE_TO_COME } from '../infra/guichets.ts';
import { webStageName } from '../infra/academy-stage.ts';

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Needs neither account nor network: run by `--dry-run` too. */
  readonly offline: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

const PLACEHOLDER_ACCOUNT = /^0{9}\d{3}$/;

/** What an academy must still give before anything of it may be deployed, each with where to write it. */
export const whatIsMissing = (academy: Academy): readonly string[] => [
  ...(PLACEHOLDER_ACCOUNT.test(academy.account) ? [`Le compte AWS de ${academy.code} (infra/academies.ts, « account »)`] : []),
  ...academy.guichets.flatMap((guichet) =>
    guichet.kind === 'saml' && guichet.certificates.includes(CERTIFICATE_TO_COME)
      ? [`Le certificat du guichet « ${guichet.label} » (infra/guichets.ts, « certificates »)`]
      : [],
  ),
];

const node = (script: string, ...args: readonly string[]): readonly string[] => ['node', 'scripts/run.mjs', script, ...args];

/** SST downloads engines and calls home unless it is told not to. */
const sstEnvironment = { SST_SKIP_DEPENDENCY_CHECK: '1', SST_NO_BUN: '1', SST_TELEMETRY_DISABLED: '1' } as const;

/** The steps of a deployment in their order: what can fail without touching AWS comes first. */
export const deploySteps = (academy: Academy, stage: string): readonly Step[] => {
  const out = `.preau/cdk/${academy.code}-${stage}`;
  const webStage = webStageName(academy, stage);
  return [
    { name: 'Vérifications', command: node('scripts/check.ts'), offline: true },
    { name: 'Synthèse', command: node('infra/synth.ts', '--academy', academy.code, '--stage', stage, '--out', out), offline: true },
    { name: 'Construction du web', command: node('scripts/build-web.ts', '--academy', academy.code), offline: true },
    {
      name: 'Piles AWS',
      command: ['cdk', 'deploy', '--app', out, '--all', '--require-approval', 'broadening', '--concurrency', '2'],
      offline: false,
    },
    { name: 'Moteur du web', command: ['sst', 'install'], offline: false, environment: { ...sstEnvironment, SST_STAGE: webStage } },
    { name: 'Web', command: ['sst', 'deploy', '--stage', webStage], offline: false, environment: sstEnvironment },
    { name: 'Essai', command: node('scripts/smoke.ts', `https://${academy.webDomain}`, `https://${academy.apiDomain}`), offline: false },
  ];
};

/** The steps that an option leaves. */
export const selected = (steps: readonly Step[], only: 'all' | 'offline' | 'smoke'): readonly Step[] => {
  if (only === 'smoke') return steps.slice(-1);
  return only === 'offline' ? steps.filter(({ offline }) => offline) : steps;
};
