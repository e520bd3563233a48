import { join, resolve } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { contract } from '@preau/shared/contract.ts';
import { academyOf, type Academy } from './academies.ts';
import { academyApp } from './app.ts';
import { bundle } from './bundle.ts';
import { entries } from './domains.ts';
import { stackName, stackParts, type Bundles, type Setting, type StackPart } from './setting.ts';

export interface SynthesisRequest {
  readonly academy: string | Academy;
  readonly stage: string;
  readonly outdir: string;
  /** Folders already bundled; bundled now when absent. */
  readonly bundles?: Bundles;
  /** Leaves out the security rules and the validator: for templates that will never be deployed. */
  readonly unchecked?: boolean;
  /** Where a laptop answers; the API then has no domain name of its own. */
  readonly origins?: { readonly web: string; readonly api: string };
}

export interface Synthesis {
  readonly outdir: string;
  readonly assembly: CloudAssembly;
  /** In the order of deployment. */
  readonly stacks: readonly { readonly part: StackPart; readonly name: string; readonly templateFile: string }[];
  readonly setting: Setting;
}

const STAGE = /^[a-z][a-z0-9]{1,11}$/;

/** Writes an academy's templates and bundles to a folder, without network, credentials or account. */
export const synthesise = async (request: SynthesisRequest): Promise<Synthesis> => {
  const { stage, origins } = request;
  if (!STAGE.test(stage)) throw new Error(`The stage "${stage}" must be 2 to 12 small letters and digits`);
  const academy = typeof request.academy === 'string' ? academyOf(request.academy) : request.academy;
  const outdir = resolve(request.outdir);
  const setting: Setting = {
    academy,
    stage,
    webOrigin: origins?.web ?? `https://${academy.webDomain}`,
    apiOrigin: origins?.api ?? `https://${academy.apiDomain}`,
    ownsDomain: origins === undefined,
    operations: contract,
    bundles: request.bundles ?? (await bundle(entries, join(`${outdir}.bundles`))),
  };
  const assembly = academyApp(setting, outdir, request.unchecked !== true).synth();
  const stacks = stackParts.map((part) => {
    const name = stackName(setting, part);
    return { part, name, templateFile: join(outdir, assembly.getStackByName(name).templateFile) };
  });
  return { outdir, assembly, stacks, setting };
};
