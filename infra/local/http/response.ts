import { jsonAnswer, type Answer } from '../http-answer.ts';
import { flagIn, isJson, numberIn, objectIn, textIn, textsIn } from '../json.ts';

const MAX_BYTES = 6 * 1024 * 1024;

export const gatewayMessage = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  jsonAnswer(status, { message }, headers);

const inferred = (payload: string): Answer => {
  const value: unknown = JSON.parse(payload);
  return { status: 200, headers: { 'content-type': 'application/json' }, body: typeof value === 'string' ? value : payload };
};

/** What the browser receives of a function's result; a result without a status code is its JSON, as on AWS. */
export const httpAnswer = (payload: string): Answer => {
  if (Buffer.byteLength(payload) > MAX_BYTES) return gatewayMessage(500, 'Internal Server Error');
  const result: unknown = JSON.parse(payload);
  const status = numberIn(result, 'statusCode');
  if (!isJson(result) || status === undefined) return inferred(payload);
  const headers: Record<string, string | readonly string[]> = { 'content-type': 'text/plain;charset=UTF-8' };
  for (const name of Object.keys(objectIn(result, 'headers')))
    headers[name.toLowerCase()] = textIn(objectIn(result, 'headers'), name) ?? '';
  const cookies = textsIn(result, 'cookies');
  const body = textIn(result, 'body') ?? '';
  return {
    status,
    headers: cookies.length === 0 ? headers : { ...headers, 'set-cookie': cookies },
    body: flagIn(result, 'isBase64Encoded') ? Buffer.from(body, 'base64') : body,
  };
};
