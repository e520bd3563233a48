import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { PersonId } from '../kernel/ids.ts';
import { ClassToSeal } from './batch.ts';

/** A head has asked for the cards of a class to be sealed; one event for each class of a batch. */
export const ClassSealingAsked = event('reports.class-sealing-asked', ClassToSeal);

/** The cards of a class are sealed: those whose card is new. Each family may read its own from its own hour on. */
export const ClassSealed = event('reports.class-sealed', ClassToSeal.extend({ pupilIds: z.array(PersonId) }));
