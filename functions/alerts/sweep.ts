import { sweepFromEnvironment } from './environment.ts';
import { sweep } from './wake.ts';

const services = sweepFromEnvironment();

export const handler = (): Promise<void> => sweep(services);
