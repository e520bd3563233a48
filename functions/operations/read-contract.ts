import { contract } from '@preau/shared/contract.ts';
import { openApi } from '@preau/shared/kernel/openapi.ts';
import { operationsOperations } from '@preau/shared/operations/api.ts';
import { mayReadContract } from '@preau/shared/operations/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { OperationsServices } from './services.ts';

let built: ReturnType<typeof openApi> | undefined;

/** Half of this function's cold start when it was built at import. */
const openDocument = (): ReturnType<typeof openApi> => {
  built ??= openApi(contract, '0.1.0');
  return built;
};

/** Serves the OpenAPI document, built once per execution environment. */
export const readContract = bind<OperationsServices>()(operationsOperations.readContract, {
  subject: async () => openDocument(),
  may: mayReadContract,
  run: async ({ subject }) => ({ openapi: '3.1.0', ...subject }),
});
