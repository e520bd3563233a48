import { expect, it } from 'vitest';
import { stackOf } from './assembly.ts';
import { IGNORED, PLAYED, unknownTypes } from './known-types.ts';
import { localTemplate } from './local-template.ts';

const place = {
  region: 'eu-west-3',
  account: '000000000000',
  endpoint: 'http://127.0.0.1:4000',
  apiOrigin: 'http://localhost:4000',
  poolId: 'eu-west-3_Local1',
};
const templateOf = (Resources: object) =>
  localTemplate({ folder: '', stacks: [stackOf('app', '', { Resources })] }, place, () => undefined);

it('names a resource type that nobody decided about', () => {
  expect(() => templateOf({ Bus: { Type: 'AWS::Events::EventBus' } })).toThrow(/AWS::Events::EventBus/);
  expect(unknownTypes([...PLAYED, ...Object.keys(IGNORED)])).toEqual([]);
});

it('gives every ignored type its reason, and plays none of them', () => {
  for (const [type, reason] of Object.entries(IGNORED)) {
    expect(reason).not.toBe('');
    expect(PLAYED).not.toContain(type);
  }
});

it('finds the same names again at each start, within the limits of AWS', () => {
  const long = 'A'.repeat(90);
  const read = () =>
    templateOf({ [long]: { Type: 'AWS::Lambda::Function' }, Bucket: { Type: 'AWS::S3::Bucket' }, Queue: { Type: 'AWS::SQS::Queue' } });
  const names = read()
    .ofType('AWS::Lambda::Function', 'AWS::S3::Bucket', 'AWS::SQS::Queue')
    .map((resource) => resource.ref);
  expect(names).toEqual([expect.stringMatching(/^app-A{51}-[0-9a-f]{8}$/), 'app-bucket', 'http://127.0.0.1:4000/000000000000/app-Queue']);
  expect(read().ofType('AWS::Lambda::Function')[0]?.ref).toBe(names[0]);
});
