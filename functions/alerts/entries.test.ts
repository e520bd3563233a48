import { beforeAll, describe, expect, it, vi } from 'vitest';

const ENVIRONMENT = {
  TABLE_ALERTS: 'alerts',
  TABLE_DIRECTORY: 'directory',
  TABLE_ATTENDANCE: 'attendance',
  TABLE_HOMEWORK: 'homework',
  TABLE_NOTEBOOK: 'notebook',
  TABLE_ASSESSMENT: 'assessment',
  TABLE_REPORTS: 'reports',
  QUEUE_ALERTS_SEND: 'https://queue',
  WEB_ORIGIN: 'https://ent.example',
  SES_CONFIGURATION_SET: 'alerts',
  SENDER_EMAIL: 'alertes@ent.example',
  SENDER_NAME: 'ENT',
  SMS_SENDER: 'ENT',
  EVENTS_TOPIC_ARN: 'arn:topic',
  AWS_REGION: 'eu-west-3',
};

describe('the Lambda entries', () => {
  beforeAll(() => {
    for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
    return () => vi.unstubAllEnvs();
  });

  it.each([
    ['alerts/api', () => import('./api.ts')],
    ['alerts/on-absence', () => import('./on-absence.ts')],
    ['alerts/on-hand-in', () => import('./on-hand-in.ts')],
    ['alerts/on-news', () => import('./on-news.ts')],
    ['alerts/send', () => import('./send.ts')],
    ['alerts/on-provider-event', () => import('./on-provider-event.ts')],
    ['alerts/sweep', () => import('./sweep.ts')],
    ['events/relay', () => import('../events/relay.ts')],
  ])('%s starts from the environment that the map of the house names', async (_entry, load) => {
    expect((await load()).handler).toBeTypeOf('function');
  });
});
