import { event } from '../kernel/event.ts';
import { ClassToSeal } from './batch.ts';

/** A head has asked for the cards of a class to be sealed; one event for each class of a batch. */
export const ClassSealingAsked = event('reports.class-sealing-asked', ClassToSeal);
