import { flagIn, listIn, numberIn, objectIn, textIn, textsIn } from '../json.ts';
import { functionNameOf } from '../lambda/function-spec.ts';
import type { LocalResource } from '../template/local-template.ts';
import { eventFilter, type EventFilter } from './event-filter.ts';

/** What feeds a function, as its event source mapping says. */
export interface Mapping {
  readonly id: string;
  readonly functionName: string;
  readonly sourceArn: string;
  readonly batchSize: number;
  readonly reportsPartialFailures: boolean;
  readonly maxConcurrency: number;
  readonly startsAtLatest: boolean;
  /** Streams only: undefined means until the record is too old. */
  readonly maxRetries: number | undefined;
  readonly maxAgeSeconds: number | undefined;
  readonly bisects: boolean;
  readonly onFailureArn: string | undefined;
  readonly filter: EventFilter;
}

const positive = (value: number | undefined): number | undefined => (value === undefined || value < 0 ? undefined : value);

export const mappingOf = (resource: LocalResource): Mapping | undefined => {
  const { properties } = resource;
  if (properties['Enabled'] !== undefined && !flagIn(properties, 'Enabled')) return undefined;
  const sourceArn = textIn(properties, 'EventSourceArn') ?? '';
  return {
    id: `${resource.stack}-${resource.logicalId}`,
    functionName: functionNameOf(textIn(properties, 'FunctionName') ?? ''),
    sourceArn,
    batchSize: numberIn(properties, 'BatchSize') ?? (sourceArn.includes(':sqs:') ? 10 : 100),
    reportsPartialFailures: textsIn(properties, 'FunctionResponseTypes').includes('ReportBatchItemFailures'),
    maxConcurrency: numberIn(objectIn(properties, 'ScalingConfig'), 'MaximumConcurrency') ?? 4,
    startsAtLatest: textIn(properties, 'StartingPosition') === 'LATEST',
    maxRetries: positive(numberIn(properties, 'MaximumRetryAttempts')),
    maxAgeSeconds: positive(numberIn(properties, 'MaximumRecordAgeInSeconds')),
    bisects: flagIn(properties, 'BisectBatchOnFunctionError'),
    onFailureArn: textIn(objectIn(objectIn(properties, 'DestinationConfig'), 'OnFailure'), 'Destination'),
    filter: eventFilter(listIn(objectIn(properties, 'FilterCriteria'), 'Filters').map((filter) => textIn(filter, 'Pattern') ?? '{}')),
  };
};

/** Identifiers that a function says it failed, when its mapping listens to them. */
export const failedItems = (mapping: Mapping, payload: string): readonly string[] => {
  if (!mapping.reportsPartialFailures) return [];
  const result: unknown = JSON.parse(payload);
  return listIn(result, 'batchItemFailures').map((failure) => textIn(failure, 'itemIdentifier') ?? '');
};
