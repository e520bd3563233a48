import { sendFromEnvironment } from './environment.ts';
import { sendHandler } from './send-message.ts';

export const handler = sendHandler(sendFromEnvironment());
