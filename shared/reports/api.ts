import { cardsOperations } from './cards-api.ts';
import { lsuOperations } from './lsu-api.ts';

export const reportsOperations = { ...cardsOperations, ...lsuOperations } as const;
