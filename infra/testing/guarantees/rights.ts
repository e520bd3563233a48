import { expect, it } from 'vitest';
import * as z from 'zod';
import { functionSpecs } from '../../domains.ts';
import { domainOfEntry } from '../../constructs/domain-function.ts';
import { partOf } from '../../setting.ts';
import type { Resource, Synthesised } from '../templates.ts';

export const rightsGuarantees = (read: () => Synthesised): void => {
  const oneOrMany = z.union([z.unknown().transform((one) => [one]), z.array(z.unknown())]);
  const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : oneOrMany.parse(value));

  const Statement = z.looseObject({
    Effect: z.string(),
    Action: z.unknown(),
    Resource: z.unknown().optional(),
    NotResource: z.unknown().optional(),
  });
  const statementsOf = (policy: Resource) =>
    z.looseObject({ PolicyDocument: z.looseObject({ Statement: z.array(Statement) }) }).parse(policy.Properties).PolicyDocument.Statement;

  it('gives no action by a star, and no resource by a star but where AWS defines none', () => {
    for (const policy of read().ofType('AWS::IAM::Policy')) {
      for (const statement of statementsOf(policy)) {
        for (const action of listed(statement.Action)) expect(String(action), policy.logicalId).not.toContain('*');
        if (listed(statement.Resource).includes('*')) expect(statement.Action, policy.logicalId).toBe('sns:SetSMSAttributes');
      }
    }
  });

  it('attaches no managed policy: a role holds what its function needs and nothing more', () => {
    for (const role of read().ofType('AWS::IAM::Role')) expect(role.Properties['ManagedPolicyArns'], role.logicalId).toBeUndefined();
  });

  it('lets the worker of imports scan the directory, and no other function any table', () => {
    const scanning = read()
      .ofType('AWS::IAM::Policy')
      .flatMap((policy) => statementsOf(policy).map((statement) => ({ function: policy.logicalId.replace(/Role.*/, ''), ...statement })))
      .filter(({ Action }) => listed(Action).includes('dynamodb:Scan'));
    expect(scanning.map((statement) => statement.function)).toEqual(['Fnimportsonimportrequested']);
    expect(scanning[0]?.Action).toBe('dynamodb:Scan');
    expect(JSON.stringify(scanning[0]?.Resource)).toMatch(/Tabledirectory[0-9A-F]{8}Arn/);
  });

  it('lets a function touch only its own table and those that its specification names', () => {
    for (const spec of functionSpecs) {
      const policies = read()
        .ofType('AWS::IAM::Policy')
        .filter(({ logicalId }) => logicalId.startsWith(`Fn${partOf(spec.entry).replaceAll('-', '')}Role`));
      const stated = policies.flatMap(statementsOf).filter(({ Action }) => JSON.stringify(Action).includes('dynamodb:GetItem'));
      const touched = [...JSON.stringify(stated).matchAll(/Table([a-z]+)[0-9A-F]{8}Arn/g)].map(([, domain]) => domain);
      const allowed = [...(spec.ownTable === false ? [] : [domainOfEntry(spec.entry)]), ...(spec.reads ?? []), ...(spec.writes ?? [])];
      expect(
        touched.filter((domain) => !allowed.includes(String(domain))),
        spec.entry,
      ).toEqual([]);
    }
  });

  it('lets a domain that only reads through a door write nothing there', () => {
    const writes = read()
      .ofType('AWS::IAM::Policy')
      .filter(({ logicalId }) => logicalId.startsWith('Fnattendanceapi'))
      .flatMap(statementsOf)
      .filter(({ Action }) => JSON.stringify(Action).includes('dynamodb:PutItem'));
    expect(JSON.stringify(writes)).toContain('Tableattendance');
    expect(JSON.stringify(writes)).not.toMatch(/Tabledirectory|Tabletimetable/);
  });

  it('lets the sender of SMS publish to no topic', () => {
    const statements = read()
      .ofType('AWS::IAM::Policy')
      .filter(({ logicalId }) => logicalId.startsWith('Fnalertssend'))
      .flatMap(statementsOf);
    const publishing = statements.filter(({ Action }) => Action === 'sns:Publish');
    expect(publishing).toHaveLength(1);
    expect(JSON.stringify(publishing[0]?.NotResource)).toContain(':sns:*:*:*');
  });
};
