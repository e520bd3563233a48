import type { Construct } from 'constructs';
import { tableVariable } from '@preau/shared/kernel/table.ts';
import type { FunctionSpec } from '../domain-spec.ts';
import { partOf, type Setting } from '../setting.ts';
import type { DataStack, DomainTable } from '../stacks/data-stack.ts';
import { capabilities, type Means } from './capabilities.ts';
import { DomainFunction, domainOfEntry } from './domain-function.ts';
import { mayRead, mayScan, mayUseKey, mayWrite } from './rights.ts';

export interface World {
  readonly setting: Setting;
  readonly data: DataStack;
  readonly means: Means;
}

const tableOf = (data: DataStack, domain: string): DomainTable => {
  const found = data.tables.get(domain);
  if (found === undefined) throw new Error(`No table for the domain ${domain}`);
  return found;
};

/** A function with exactly what its specification asks for: its own table, the doors it uses, its capabilities. */
export const buildFunction = (
  scope: Construct,
  spec: FunctionSpec,
  world: World,
  limits: { readonly reservedConcurrency?: number } = {},
): DomainFunction => {
  const { data, setting, means } = world;
  const target = new DomainFunction(scope, `Fn-${partOf(spec.entry)}`, { ...spec, ...limits, setting });
  const own = spec.ownTable !== false && data.tables.has(domainOfEntry(spec.entry)) ? [domainOfEntry(spec.entry)] : [];
  const written = [...own, ...(spec.writes ?? [])];
  for (const domain of [...written, ...(spec.reads ?? [])]) {
    const { table, spec: tableSpec } = tableOf(data, domain);
    target.set(tableVariable(domain), table.tableName);
    target.allow(written.includes(domain) ? mayWrite(table, tableSpec.indexes) : mayRead(table, tableSpec.indexes));
  }
  for (const domain of spec.scans ?? []) target.allow(mayScan(tableOf(data, domain).table));
  const uses = spec.uses ?? [];
  if (written.length + (spec.reads ?? []).length + uses.length > 0) target.allow(mayUseKey(data.key));
  for (const capability of uses) capabilities[capability](target, setting, means);
  return target;
};
