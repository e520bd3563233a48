import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { objectIn, parseJson, textIn, type Json } from '../json.ts';

export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Json;
  readonly condition?: string;
}

export interface Stack {
  readonly name: string;
  readonly folder: string;
  readonly template: Json;
  readonly resources: readonly Resource[];
}

/** What `cdk synth` wrote: one template per stack, beside the folders of the bundled functions. */
export interface Assembly {
  readonly folder: string;
  readonly stacks: readonly Stack[];
}

/** The resources of a template, in its order. */
export const stackOf = (name: string, folder: string, template: Json): Stack => ({
  name,
  folder,
  template,
  resources: Object.keys(objectIn(template, 'Resources')).map((logicalId) => {
    const resource = objectIn(objectIn(template, 'Resources'), logicalId);
    const condition = textIn(resource, 'Condition');
    return {
      stack: name,
      logicalId,
      type: textIn(resource, 'Type') ?? '',
      properties: objectIn(resource, 'Properties'),
      ...(condition === undefined ? {} : { condition }),
    };
  }),
});

const stackNames = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const manifest = parseJson(await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '{}'));
  const artifacts = objectIn(manifest, 'artifacts');
  return new Map(
    Object.keys(artifacts).flatMap((id) => {
      const properties = objectIn(objectIn(artifacts, id), 'properties');
      const file = textIn(properties, 'templateFile');
      return file === undefined ? [] : [[file, textIn(properties, 'stackName') ?? id] as const];
    }),
  );
};

/** Reads every template under a synthesised folder, stages included; `replacements` are made in their text first. */
export const readAssembly = async (folder: string, replacements: Readonly<Record<string, string>> = {}): Promise<Assembly> => {
  const replaced = (text: string): string => Object.entries(replacements).reduce((done, [from, to]) => done.replaceAll(from, to), text);
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.template.json') && !file.includes('asset.'))
    .sort();
  if (files.length === 0) throw new Error(`No synthesised template in ${folder}`);
  const stacks = await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const names = await stackNames(dirname(path));
      const name = names.get(basename(file)) ?? basename(file, '.template.json');
      return stackOf(name, dirname(path), parseJson(replaced(await readFile(path, 'utf8'))));
    }),
  );
  return { folder, stacks };
};
