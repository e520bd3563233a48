import { isJson, type Json } from '../json.ts';
import type { Assembly, Resource } from './assembly.ts';
import { resolver, type Resolve } from './intrinsics.ts';
import { unknownTypes } from './known-types.ts';
import { localNames, type LocalPlace } from './names.ts';

/** A resource whose properties hold values only: every intrinsic is resolved. */
export interface LocalResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly ref: string;
  readonly arn: string;
  readonly folder: string;
  readonly properties: Json;
}

export interface LocalTemplate {
  readonly ofType: (...types: readonly string[]) => readonly LocalResource[];
}

const isWanted = (resource: Resource, resolve: Resolve): boolean =>
  resource.condition === undefined || resolve({ 'Fn::If': [resource.condition, true, false] }, resource.stack) === true;

/** Resolves the whole assembly for this laptop; a resource type that is neither played nor knowingly ignored is an error. */
export const localTemplate = (assembly: Assembly, place: LocalPlace, parameter: (name: string) => string | undefined): LocalTemplate => {
  const all = assembly.stacks.flatMap((stack) => stack.resources);
  const unknown = unknownTypes(all.map((resource) => resource.type));
  if (unknown.length > 0)
    throw new Error(
      `The local cloud does not know these resource types: ${unknown.join(', ')}. Play them, or list them in infra/local/template/known-types.ts with a reason.`,
    );

  const names = localNames(place, () => resolve, parameter);
  const resolve: Resolve = resolver(assembly, names, place);
  const folders = new Map(assembly.stacks.map((stack) => [stack.name, stack.folder]));

  return {
    ofType: (...types) =>
      all
        .filter((resource) => types.includes(resource.type) && isWanted(resource, resolve))
        .map((resource) => {
          const properties = resolve(resource.properties, resource.stack);
          return {
            stack: resource.stack,
            logicalId: resource.logicalId,
            type: resource.type,
            ref: names.ref(resource),
            arn: names.attribute(resource, 'Arn'),
            folder: folders.get(resource.stack) ?? assembly.folder,
            properties: isJson(properties) ? properties : {},
          };
        }),
  };
};
