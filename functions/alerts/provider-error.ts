import type { SendResult } from './services.ts';

const LATER = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'ThrottledExceptionException',
  'LimitExceededException',
  'RequestLimitExceeded',
  'SendingPausedException',
  'KMSThrottlingException',
  'ECONNREFUSED',
  'ENOTFOUND',
  'CredentialsProviderError',
]);

/** The provider said no to this very message: another address or another channel may pass, repeating will not. */
const REFUSED = new Set([
  'MessageRejected',
  'BadRequestException',
  'InvalidParameterException',
  'InvalidParameterValueException',
  'ParameterValueInvalid',
  'ValidationException',
  'OptedOutException',
]);

const wordsOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [error.name, ...code, ...wordsOf(error.cause)];
};

const statusOf = (error: unknown): number => {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return 0;
  const { $metadata: metadata } = error;
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? Number(metadata.httpStatusCode) : 0;
};

/** What a failed call means for the message: surely not sent and worth repeating, refused for good, or unknown (time-out, broken connection, 5xx). */
export const resultOf = (error: unknown): SendResult => {
  const words = wordsOf(error);
  if (words.some((word) => LATER.has(word))) return { is: 'throttled' };
  if (words.some((word) => REFUSED.has(word))) return { is: 'refused', reason: 'refused' };
  const status = statusOf(error);
  // A 4xx that is not about the message (rights, a missing configuration set) is ours to mend: nothing left.
  return status >= 400 && status < 500 ? { is: 'throttled' } : { is: 'unknown' };
};
