import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { scratchFolder } from '../../functions/testing/scratch-folder.ts';
import type { Academy } from '../academies.ts';
import type { StackPart } from '../setting.ts';
import { synthesise, type Synthesis } from '../synthesise.ts';
import { emptyBundles } from './empty-bundles.ts';

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof Resource> & { readonly logicalId: string; readonly part: StackPart };

const Template = z.looseObject({ Resources: z.record(z.string(), Resource) });

export interface Synthesised {
  readonly synthesis: Synthesis;
  readonly resources: readonly Resource[];
  readonly ofType: (type: string) => readonly Resource[];
}

const resourcesIn = (part: StackPart, file: string): readonly Resource[] =>
  Object.entries(Template.parse(JSON.parse(readFileSync(file, 'utf8'))).Resources).map(([logicalId, resource]) => ({
    ...resource,
    logicalId,
    part,
  }));

/** One academy's templates, read back as CloudFormation will read them; unchecked, for the checks take three quarters of the time and change no byte. */
export const synthesised = async (academy: string | Academy = 'nancy-metz', { checked = false } = {}): Promise<Synthesised> => {
  const synthesis = await synthesise({ academy, stage: 'prod', outdir: scratchFolder(), bundles: emptyBundles(), unchecked: !checked });
  const resources = synthesis.stacks.flatMap(({ part, templateFile }) => resourcesIn(part, templateFile));
  return { synthesis, resources, ofType: (type) => resources.filter(({ Type }) => Type === type) };
};
