import { apiHandler } from '../runtime/api.ts';
import { operations } from './operations.ts';

export const handler = apiHandler(operations, { now: () => new Date().toISOString() });
