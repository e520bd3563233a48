import { pipelineFromEnvironment } from './environment.ts';
import { providerEventHandler } from './ses-event.ts';

export const handler = providerEventHandler(pipelineFromEnvironment());
