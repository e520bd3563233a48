import { recordOperations } from './api-records.ts';
import { sequenceOperations } from './api-sequences.ts';

export const notebookOperations = { ...recordOperations, ...sequenceOperations } as const;
