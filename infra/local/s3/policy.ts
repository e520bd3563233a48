import { isJson, listIn, parseJson, textIn } from '../json.ts';

export interface FormPolicy {
  readonly expiresAt: number;
  readonly minBytes: number;
  readonly maxBytes: number;
  /** What a form's fields must be, as S3 checks it: a fault in S3's words, or undefined. */
  readonly faultIn: (fields: ReadonlyMap<string, string>, bucket: string) => string | undefined;
}

interface Condition {
  readonly field: string;
  readonly matches: (value: string) => boolean;
  readonly written: string;
}

// Fields that S3 never asks a condition for.
const FREE = new Set(['policy', 'x-amz-signature', 'file', 'awsaccesskeyid', 'signature']);

const conditionsOf = (value: unknown): readonly Condition[] => {
  const written = JSON.stringify(value);
  if (isJson(value)) {
    return Object.keys(value).map((name) => ({ field: name.toLowerCase(), matches: (given) => given === textIn(value, name), written }));
  }
  if (!Array.isArray(value)) return [];
  const [operator, name, expected] = value.map(String);
  const field = (name ?? '').replace(/^\$/, '').toLowerCase();
  if (operator === 'eq') return [{ field, matches: (given) => given === expected, written }];
  if (operator === 'starts-with') return [{ field, matches: (given) => given.startsWith(expected ?? ''), written }];
  return [];
};

/** Reads the policy of a signed form. */
export const readPolicy = (encoded: string): FormPolicy => {
  const policy = parseJson(Buffer.from(encoded, 'base64').toString('utf8'));
  const list = listIn(policy, 'conditions');
  const range = list.find((condition) => Array.isArray(condition) && condition[0] === 'content-length-range');
  const [, minBytes, maxBytes] = Array.isArray(range) ? range.map(Number) : [];
  const conditions = list.flatMap(conditionsOf);
  return {
    expiresAt: Date.parse(textIn(policy, 'expiration') ?? ''),
    minBytes: minBytes ?? 0,
    maxBytes: maxBytes ?? Number.POSITIVE_INFINITY,
    faultIn: (fields, bucket) => {
      const failed = conditions.find(({ field, matches }) => !matches(field === 'bucket' ? bucket : (fields.get(field) ?? '')));
      if (failed !== undefined) return `Invalid according to Policy: Policy Condition failed: ${failed.written}`;
      const extra = [...fields.keys()].find(
        (name) => !FREE.has(name) && !name.startsWith('x-ignore-') && !conditions.some(({ field }) => field === name),
      );
      return extra === undefined ? undefined : `Invalid according to Policy: Extra input fields: ${extra}`;
    },
  };
};
