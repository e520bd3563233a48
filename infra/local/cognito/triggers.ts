import { objectIn, parseJson, type Json } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Pool } from './pool.ts';
import { CognitoRefusal } from './refusal.ts';

export interface TriggerCall {
  readonly trigger: string;
  readonly source: string;
  readonly username: string;
  readonly clientId: string;
  readonly request: Json;
  readonly response: Json;
}

/** The event that Cognito gives a trigger, version 1. */
const triggerEvent = (pool: Pool, call: TriggerCall): Json => ({
  version: '1',
  region: pool.region,
  userPoolId: pool.id,
  userName: call.username,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: call.clientId },
  triggerSource: call.source,
  request: call.request,
  response: call.response,
});

/** Runs a trigger's Lambda and returns what it answered; a pool without that trigger goes on as before. */
export const runTrigger = async (pool: Pool, functions: Functions, call: TriggerCall): Promise<Json> => {
  const name = pool.triggers[call.trigger];
  if (name === undefined) return call.response;
  const outcome = await functions.invoke(name, JSON.stringify(triggerEvent(pool, call)));
  if (!outcome.ok)
    throw new CognitoRefusal('UserLambdaValidationException', `${call.trigger} failed with error ${outcome.failure.errorMessage}.`);
  return objectIn(parseJson(outcome.payload), 'response');
};
