import type { AnyOperation } from './kernel/operation.ts';
import { identityOperations } from './identity/api.ts';
import { operationsOperations } from './operations/api.ts';

/** Every operation of every domain: routes, client, OpenAPI, fuzzing and the authorisation matrix are derived from this list. */
export const contract: readonly AnyOperation[] = [...Object.values(identityOperations), ...Object.values(operationsOperations)];
