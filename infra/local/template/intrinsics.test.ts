import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { stackOf } from './assembly.ts';
import { resolver } from './intrinsics.ts';

const place = { region: 'eu-west-3', account: '000000000000' };

const data: Json = {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table' },
    Origin: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/demo/origin', Value: { 'Fn::Join': ['', ['https://', { Ref: 'AWS::Region' }, '.example']] } },
    },
  },
  Outputs: { Exported: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'data:TableArn' } } },
};

const app: Json = {
  Parameters: {
    Stage: { Type: 'String', Default: 'local' },
    Origin: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/demo/origin' },
  },
  Conditions: {
    IsLocal: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] },
    IsProd: { 'Fn::Not': [{ Condition: 'IsLocal' }] },
    Never: { 'Fn::And': [{ Condition: 'IsLocal' }, { Condition: 'IsProd' }] },
  },
  Resources: { Fn: { Type: 'AWS::Lambda::Function' } },
};

const resolve = (value: unknown, stack = 'app'): unknown =>
  resolver(
    { folder: '', stacks: [stackOf('data', '', data), stackOf('app', '', app)] },
    {
      ref: (resource) => `${resource.stack}-${resource.logicalId}`,
      attribute: (resource, name) => `${name}(${resource.logicalId})`,
      parameter: (name) => (name === '/by/hand' ? 'written' : undefined),
    },
    place,
  )(value, stack);

describe('resolver', () => {
  it.each<readonly [string, unknown, unknown]>([
    ['references', { Ref: 'Fn' }, 'app-Fn'],
    ['pseudo parameters', { 'Fn::Sub': 'arn:${AWS::Partition}:x:${AWS::Region}:${AWS::AccountId}' }, 'arn:aws:x:eu-west-3:000000000000'],
    ['attributes, in both forms', [{ 'Fn::GetAtt': ['Fn', 'Arn'] }, { 'Fn::GetAtt': 'Fn.Arn' }], ['Arn(Fn)', 'Arn(Fn)']],
    [
      'substitutions of references, attributes and own values',
      { 'Fn::Sub': ['${Fn}/${Fn.Arn}/${own}/${!kept}', { own: { Ref: 'Stage' } }] },
      'app-Fn/Arn(Fn)/local/${kept}',
    ],
    [
      'joins, splits and selections',
      { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::Join': ['/', ['a', { Ref: 'Fn' }, 'c']] }] }] },
      'app-Fn',
    ],
    ['imports from another stack', { 'Fn::ImportValue': 'data:TableArn' }, 'Arn(Table)'],
    ['parameters that read SSM', { Ref: 'Origin' }, 'https://eu-west-3.example'],
    ['dynamic references', '{{resolve:ssm:/demo/origin}}', 'https://eu-west-3.example'],
    ['dynamic references to what an operator wrote', 'x{{resolve:ssm-secure:/by/hand:1}}', 'xwritten'],
    ['conditions', [{ 'Fn::If': ['IsLocal', 1, 2] }, { 'Fn::If': ['IsProd', 1, 2] }, { 'Fn::If': ['Never', 1, 2] }], [1, 2, 2]],
    ['what has no value, by leaving it out', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ])('resolves %s', (_, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it.each<readonly [string, unknown, RegExp]>([
    ['an unknown reference', { Ref: 'Nobody' }, /Unknown reference Nobody/],
    ['an unknown attribute’s resource', { 'Fn::GetAtt': ['Nobody', 'Arn'] }, /Unknown resource Nobody/],
    ['an export that no stack makes', { 'Fn::ImportValue': 'data:Other' }, /No stack exports data:Other/],
    ['an intrinsic nobody wrote', { 'Fn::Cidr': [] }, /Unknown intrinsic Fn::Cidr/],
    ['a parameter without value', '{{resolve:ssm:/absent}}', /\/absent has no value/],
  ])('refuses %s instead of guessing', (_, value, message) => {
    expect(() => resolve(value)).toThrow(message);
  });
});
