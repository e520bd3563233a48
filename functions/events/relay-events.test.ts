import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LogLine } from '../runtime/log.ts';
import { relayEvents } from './relay-events.ts';

const sns = mockClient(SNSClient);
const logs: LogLine[] = [];
const relay = relayEvents(new SNSClient({ region: 'eu-west-3' }), 'arn:topic', (line) => logs.push(line));

const anEnvelope = (id: string, data: unknown = { pupil: 'CANARI-7f3a' }) => ({
  id,
  type: 'attendance.register-taken',
  at: '2026-11-23T07:20:00.000Z',
  schoolId: 'sch_jeanmoulin',
  data,
});

const aRecord = (sequence: number, outbox?: unknown, before?: unknown) => ({
  dynamodb: {
    SequenceNumber: String(sequence),
    NewImage: marshall({ pk: 'A', sk: 'B', ...(outbox === undefined ? {} : { outbox: JSON.stringify(outbox) }) }),
    ...(before === undefined ? {} : { OldImage: marshall({ pk: 'A', sk: 'B', outbox: JSON.stringify(before) }) }),
  },
});

const published = () => sns.commandCalls(PublishBatchCommand).flatMap((call) => call.args[0].input.PublishBatchRequestEntries ?? []);
const ids = () => published().map((entry) => JSON.parse(entry.Message ?? '{}').id);

beforeEach(() => {
  sns.reset();
  logs.length = 0;
  sns.on(PublishBatchCommand).resolves({ Successful: [], Failed: [] });
});

describe('the relay', () => {
  it('publishes each event as it was written, with its type for filters and its school for fair queues', async () => {
    const envelope = anEnvelope('e1');
    expect(await relay({ Records: [aRecord(1, [envelope])] })).toEqual({ batchItemFailures: [] });
    expect(published()).toMatchObject([
      {
        MessageAttributes: { type: { DataType: 'String', StringValue: 'attendance.register-taken' } },
        MessageGroupId: 'sch_jeanmoulin',
      },
    ]);
    expect(JSON.parse(published()[0]?.Message ?? '')).toEqual(envelope);
  });

  it('skips what the image before already held, removals and items without an outbox', async () => {
    const [old, fresh] = [anEnvelope('old'), anEnvelope('new')];
    await relay({ Records: [aRecord(1, [old, fresh], [old]), aRecord(2), { dynamodb: { SequenceNumber: '3' } }, {}] });
    expect(ids()).toEqual(['new']);
  });

  it('says nothing to the topic when there is nothing to say', async () => {
    await relay({ Records: [aRecord(1)] });
    expect(published()).toEqual([]);
  });

  it('publishes by ten at most, and never more bytes than the topic accepts', async () => {
    const small = Array.from({ length: 23 }, (_, index) => aRecord(index, [anEnvelope(`small${index}`)]));
    await relay({ Records: small });
    expect(sns.commandCalls(PublishBatchCommand).map((call) => call.args[0].input.PublishBatchRequestEntries?.length)).toEqual([10, 10, 3]);

    sns.resetHistory();
    const large = Array.from({ length: 3 }, (_, index) => aRecord(index, [anEnvelope(`large${index}`, 'x'.repeat(120_000))]));
    await relay({ Records: large });
    expect(sns.commandCalls(PublishBatchCommand).map((call) => call.args[0].input.PublishBatchRequestEntries?.length)).toEqual([2, 1]);
  });

  it('returns the record of each entry that the topic refused, and no other', async () => {
    sns.on(PublishBatchCommand).resolves({ Successful: [], Failed: [{ Id: '2', Code: 'InternalError', SenderFault: false }] });
    const result = await relay({
      Records: [aRecord(1, [anEnvelope('a'), anEnvelope('b')]), aRecord(2, [anEnvelope('c')]), aRecord(3, [anEnvelope('d')])],
    });
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  });

  it('returns every record of a batch that was throttled, in the order of the stream, and publishes the others', async () => {
    const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottledException' });
    sns.on(PublishBatchCommand).rejectsOnce(throttled).resolves({ Failed: [] });
    const records = Array.from({ length: 12 }, (_, index) => aRecord(index, [anEnvelope(`e${index}`)]));
    const { batchItemFailures } = await relay({ Records: records });
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(Array.from({ length: 10 }, (_, index) => String(index)));
    expect(ids().slice(10)).toEqual(['e10', 'e11']);
  });

  it.each([0, 1, 2])('does not let a poisoned record at position %d keep the others', async (position) => {
    const records = [0, 1, 2].map((index) => aRecord(index, index === position ? [{ id: 7, nonsense: true }] : [anEnvelope(`e${index}`)]));
    const result = await relay({ Records: records });
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: String(position) }] });
    expect(ids()).toEqual(['e0', 'e1', 'e2'].filter((_, index) => index !== position));
  });

  it('publishes again rather than never when the image before cannot be read', async () => {
    await relay({ Records: [aRecord(1, [anEnvelope('e1')], 'poison')] });
    expect(ids()).toEqual(['e1']);
  });

  it('logs no content of an event, even of those that fail', async () => {
    sns.on(PublishBatchCommand).rejects(new Error('CANARI-7f3a'));
    await relay({ Records: [aRecord(1, [anEnvelope('e1')]), aRecord(2, [{ name: 'CANARI-7f3a' }])] });
    expect(logs).toHaveLength(2);
    expect(JSON.stringify(logs)).not.toContain('CANARI');
  });
});
