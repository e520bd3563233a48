import { eveningsFromEnvironment, sweepFromEnvironment } from './environment.ts';
import { runEvenings } from './run-evenings.ts';
import { sweep } from './wake.ts';

const RESERVE_MS = 8000;

const services = sweepFromEnvironment();
const evenings = eveningsFromEnvironment();

/** Deliveries under way first; then, in the time that is left, the evenings that have come. */
export const handler = async (_event: unknown, context: { readonly getRemainingTimeInMillis: () => number }): Promise<void> => {
  await sweep(services);
  await runEvenings({ ...evenings, hasTime: () => context.getRemainingTimeInMillis() > RESERVE_MS });
};
