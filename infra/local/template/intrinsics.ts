import { field, isJson, listIn, objectIn, textIn, type Json } from '../json.ts';
import type { Assembly, Resource, Stack } from './assembly.ts';

/** What a template cannot say by itself: names given by AWS, here by the local cloud. */
export interface Names {
  readonly ref: (resource: Resource) => string;
  readonly attribute: (resource: Resource, attribute: string) => string;
  /** Values of SSM parameters that no template creates. */
  readonly parameter: (name: string) => string | undefined;
}

export interface Place {
  readonly region: string;
  readonly account: string;
}

export type Resolve = (value: unknown, stack: string) => unknown;

const written = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
};

const pseudo = (name: string, stack: string, place: Place): string | undefined =>
  ({
    'AWS::Region': place.region,
    'AWS::AccountId': place.account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stack}/local`,
    'AWS::NoValue': '',
  })[name];

/** Resolves the intrinsic functions of templates, across stacks; what it cannot resolve is an error that names it. */
export const resolver = (assembly: Assembly, names: Names, place: Place): Resolve => {
  const stacks = new Map(assembly.stacks.map((stack) => [stack.name, stack]));

  const stackNamed = (name: string): Stack => {
    const stack = stacks.get(name);
    if (stack === undefined) throw new Error(`Unknown stack ${name}`);
    return stack;
  };

  const resourceNamed = (logicalId: string, stack: string): Resource | undefined =>
    stackNamed(stack).resources.find((resource) => resource.logicalId === logicalId);

  const parameterValue = (name: string): string => {
    for (const stack of assembly.stacks) {
      for (const resource of stack.resources) {
        if (resource.type !== 'AWS::SSM::Parameter') continue;
        if (text(resource.properties['Name'], stack.name) === name) return text(resource.properties['Value'], stack.name);
      }
    }
    const value = names.parameter(name);
    if (value === undefined) throw new Error(`The SSM parameter ${name} has no value`);
    return value;
  };

  const ref = (name: string, stack: string): unknown => {
    const fixed = pseudo(name, stack, place);
    if (fixed !== undefined) return name === 'AWS::NoValue' ? undefined : fixed;
    const resource = resourceNamed(name, stack);
    if (resource !== undefined) return names.ref(resource);
    const parameter = objectIn(objectIn(stackNamed(stack).template, 'Parameters'), name);
    const byDefault = textIn(parameter, 'Default');
    if (byDefault === undefined) throw new Error(`Unknown reference ${name} in ${stack}`);
    return (textIn(parameter, 'Type') ?? '').startsWith('AWS::SSM::Parameter::Value') ? parameterValue(byDefault) : byDefault;
  };

  const attribute = (logicalId: string, name: string, stack: string): string => {
    const resource = resourceNamed(logicalId, stack);
    if (resource === undefined) throw new Error(`Unknown resource ${logicalId} in ${stack}`);
    return names.attribute(resource, name);
  };

  const imported = (name: string): unknown => {
    for (const stack of assembly.stacks) {
      for (const output of Object.values(objectIn(stack.template, 'Outputs'))) {
        if (text(field(objectIn(output, 'Export'), 'Name'), stack.name) === name) return resolve(field(output, 'Value'), stack.name);
      }
    }
    throw new Error(`No stack exports ${name}`);
  };

  const sub = (argument: unknown, stack: string): string => {
    const [template, own] = Array.isArray(argument)
      ? [text(argument[0], stack), objectIn({ own: argument[1] }, 'own')]
      : [text(argument, stack), {} as Json];
    return template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      if (name in own) return text(own[name], stack);
      const dot = name.indexOf('.');
      return dot < 0 ? written(ref(name, stack)) : attribute(name.slice(0, dot), name.slice(dot + 1), stack);
    });
  };

  const condition = (name: string, stack: string): boolean => truth(field(objectIn(stackNamed(stack).template, 'Conditions'), name), stack);

  const truth = (value: unknown, stack: string): boolean => {
    if (!isJson(value)) return value === true || value === 'true';
    if ('Condition' in value) return condition(String(value['Condition']), stack);
    if ('Fn::Equals' in value) {
      const [left, right] = listIn(value, 'Fn::Equals');
      return resolve(left, stack) === resolve(right, stack);
    }
    if ('Fn::Not' in value) return !truth(listIn(value, 'Fn::Not')[0], stack);
    if ('Fn::And' in value) return listIn(value, 'Fn::And').every((part) => truth(part, stack));
    if ('Fn::Or' in value) return listIn(value, 'Fn::Or').some((part) => truth(part, stack));
    throw new Error(`Unknown condition ${Object.keys(value).join()} in ${stack}`);
  };

  const intrinsic = (name: string, argument: unknown, stack: string): unknown => {
    const parts = Array.isArray(argument) ? argument : [];
    switch (name) {
      case 'Ref':
        return ref(String(argument), stack);
      case 'Fn::GetAtt': {
        const [logicalId, ...path] = Array.isArray(argument) ? argument.map((part) => text(part, stack)) : String(argument).split('.');
        return attribute(logicalId ?? '', path.join('.'), stack);
      }
      case 'Fn::Join':
        return texts(parts[1], stack).join(text(parts[0], stack));
      case 'Fn::Sub':
        return sub(argument, stack);
      case 'Fn::Select':
        return texts(parts[1], stack)[Number(text(parts[0], stack))];
      case 'Fn::Split':
        return text(parts[1], stack).split(text(parts[0], stack));
      case 'Fn::If':
        return resolve(condition(String(parts[0]), stack) ? parts[1] : parts[2], stack);
      case 'Fn::ImportValue':
        return imported(text(argument, stack));
      case 'Fn::Base64':
        return Buffer.from(text(argument, stack)).toString('base64');
      case 'Fn::GetAZs':
        return ['a', 'b', 'c'].map((zone) => `${place.region}${zone}`);
      default:
        throw new Error(`Unknown intrinsic ${name} in ${stack}`);
    }
  };

  const dynamic = (value: string): string =>
    value.replace(/\{\{resolve:ssm(?:-secure)?:([^:}]+)(?::\d+)?\}\}/g, (_, name: string) => parameterValue(name));

  const resolve: Resolve = (value, stack) => {
    if (typeof value === 'string') return dynamic(value);
    if (Array.isArray(value)) return value.map((item) => resolve(item, stack)).filter((item) => item !== undefined);
    if (!isJson(value)) return value;
    const keys = Object.keys(value);
    const [only] = keys;
    if (only !== undefined && keys.length === 1 && (only === 'Ref' || only.startsWith('Fn::'))) return intrinsic(only, value[only], stack);
    return Object.fromEntries(keys.map((key) => [key, resolve(value[key], stack)] as const).filter(([, item]) => item !== undefined));
  };

  const text = (value: unknown, stack: string): string => written(resolve(value, stack));

  const texts = (value: unknown, stack: string): readonly string[] => {
    const resolved = resolve(value, stack);
    return Array.isArray(resolved) ? resolved.map(String) : [];
  };

  return resolve;
};
