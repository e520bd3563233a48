import * as z from 'zod';
import { operation } from '../kernel/operation.ts';

export const operationsOperations = {
  readContract: operation({
    id: 'operations.read-contract',
    method: 'GET',
    path: '/openapi.json',
    summary: 'Lire le contrat public de l’API, au format OpenAPI 3.1',
    access: 'public',
    input: {},
    output: z.looseObject({ openapi: z.string() }),
    errors: {},
    refusals: [],
  }),
};
