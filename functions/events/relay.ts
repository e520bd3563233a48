import { SNSClient } from '@aws-sdk/client-sns';
import { variable } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { relayEvents } from './relay-events.ts';

export const handler = relayEvents(new SNSClient({ maxAttempts: 3 }), variable('EVENTS_TOPIC_ARN'), log);
