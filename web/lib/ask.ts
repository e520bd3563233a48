import type { AnyOperation, RequestOf } from '@preau/shared/kernel/operation.ts';
import { callApi, type Answer } from './api.ts';
import { config } from './config.ts';
import { askOverHttp } from './http-door.ts';

export type Ask = <O extends AnyOperation>(operation: O, request: RequestOf<O>) => Promise<Answer<O>>;

/** Calls operations with somebody's token, or with none. */
export const askAs =
  (token: string | undefined): Ask =>
  async (operation, request) =>
    callApi({ origin: config().API_ORIGIN, fetch: askOverHttp }, operation, request, token);
