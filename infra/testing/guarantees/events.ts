import { expect, it } from 'vitest';
import { domains, functionSpecs, reactionsOf } from '../../domains.ts';
import { alertSender } from '../../domains/alerts.ts';
import { preSignUpTrigger } from '../../domains/identity.ts';
import type { Synthesised } from '../templates.ts';

export const eventsGuarantees = (read: () => Synthesised): void => {
  const nameOf = (queue: { readonly Properties: Record<string, unknown> }): string => String(queue.Properties['QueueName']);

  it('sets aside what a queue cannot deliver after five attempts', () => {
    const queues = read()
      .ofType('AWS::SQS::Queue')
      .filter((queue) => !nameOf(queue).endsWith('-dlq'));
    expect(queues).toHaveLength(reactionsOf(domains).length + 2);
    for (const queue of queues) expect(queue.Properties['RedrivePolicy'], nameOf(queue)).toMatchObject({ maxReceiveCount: 5 });
  });

  it('keeps a message hidden six times as long as its function may run', () => {
    for (const mapping of read().ofType('AWS::Lambda::EventSourceMapping')) {
      const queue = read()
        .ofType('AWS::SQS::Queue')
        .find(({ logicalId }) => JSON.stringify(mapping.Properties['EventSourceArn']).includes(`"${logicalId}"`));
      const target = read()
        .ofType('AWS::Lambda::Function')
        .find(({ logicalId }) => JSON.stringify(mapping.Properties['FunctionName']).includes(`"${logicalId}"`));
      if (queue === undefined) continue;
      expect(queue.Properties['VisibilityTimeout'], nameOf(queue)).toBe(Number(target?.Properties['Timeout']) * 6);
      expect(mapping.Properties['FunctionResponseTypes'], nameOf(queue)).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('never lets a poison record block the stream of a table', () => {
    const followed = read()
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => Properties['StartingPosition'] !== undefined);
    expect(followed).toHaveLength(domains.filter(({ table }) => table?.outbox === true).length);
    for (const mapping of followed) {
      expect(mapping.Properties).toMatchObject({
        MaximumRetryAttempts: 10,
        MaximumRecordAgeInSeconds: 21_600,
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        DestinationConfig: { OnFailure: { Destination: expect.anything() } },
      });
    }
  });

  it('feeds each reaction with the events of its types and nothing else, unwrapped', () => {
    const fed = read()
      .ofType('AWS::SNS::Subscription')
      .filter(({ Properties }) => Properties['Protocol'] === 'sqs');
    for (const { Properties } of fed) expect(Properties['RawMessageDelivery']).toBe(true);
    const policies = fed.flatMap(({ Properties }) => (Properties['FilterPolicy'] === undefined ? [] : [Properties['FilterPolicy']]));
    expect(policies).toEqual(expect.arrayContaining(reactionsOf(domains).map(({ fedBy }) => ({ type: [...fedBy] }))));
    expect(policies).toHaveLength(reactionsOf(domains).length);
  });

  it('receives every receipt of the mail provider', () => {
    const [destination] = read().ofType('AWS::SES::ConfigurationSetEventDestination');
    expect(destination?.Properties).toMatchObject({
      EventDestination: { Enabled: true, MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint', 'deliveryDelay', 'reject'] },
    });
  });

  it('ends an attempt to send before the shortest lease does', () => {
    expect(alertSender.timeoutSeconds).toBeLessThan(45);
  });

  it('runs one function for each entry on Node 24, on arm64 unless it carries a compiled module, and says what its failure means', () => {
    const ours = read()
      .ofType('AWS::Lambda::Function')
      .filter(({ Properties }) => JSON.stringify(Properties['Description'] ?? '').startsWith('"If it fails'));
    expect(ours).toHaveLength(functionSpecs.filter(({ entry }) => entry !== preSignUpTrigger.entry).length);
    for (const fn of ours) expect(fn.Properties).toMatchObject({ Runtime: 'nodejs24.x', Handler: 'index.handler' });
    const architectures = ours.map(({ Properties }) => JSON.stringify(Properties['Architectures'])).toSorted();
    const native = functionSpecs.filter((spec) => spec.native !== undefined);
    expect(architectures).toEqual([...ours.slice(native.length).map(() => '["arm64"]'), ...native.map(() => '["x86_64"]')]);
  });

  it('keeps a function’s variables under the 4 KB that Lambda allows', () => {
    for (const fn of read().ofType('AWS::Lambda::Function')) {
      expect(JSON.stringify(fn.Properties['Environment'] ?? {}).length, fn.logicalId).toBeLessThan(4096);
    }
  });
};
