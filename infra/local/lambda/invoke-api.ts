import { awsError, type Answer, type Question } from '../http-answer.ts';
import type { Functions } from './functions.ts';
import { functionNameOf } from './function-spec.ts';

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Lambda's Invoke, for tests and scripts: synchronous, or accepted and run aside. */
export const lambdaApi =
  (functions: Functions) =>
  async (question: Question): Promise<Answer> => {
    const name = functionNameOf(decodeURIComponent(PATH.exec(question.path)?.[1] ?? ''));
    if (question.method !== 'POST' || !functions.has(name))
      return awsError(404, 'ResourceNotFoundException', `Function not found: ${name}`);
    const payload = question.body.length === 0 ? '{}' : question.body.toString('utf8');
    if (question.headers['x-amz-invocation-type'] === 'Event') {
      void functions.invoke(name, payload);
      return { status: 202, headers: {}, body: '' };
    }
    const outcome = await functions.invoke(name, payload);
    const headers = { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' };
    return outcome.ok
      ? { status: 200, headers, body: outcome.payload }
      : { status: 200, headers: { ...headers, 'x-amz-function-error': 'Unhandled' }, body: JSON.stringify(outcome.failure) };
  };
