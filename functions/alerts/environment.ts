import { randomUUID } from 'node:crypto';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { attendanceDoor } from '../attendance/reads.ts';
import { USUAL_HOURS, type AlertHours } from '@preau/shared/alerts/window.ts';
import { newMarksDoor } from '../assessment/reads.ts';
import { homeworkDoor } from '../homework/reads.ts';
import { notebookDoor } from '../notebook/reads.ts';
import { newCardsDoor } from '../reports/reads.ts';
import { openDatabase, type Database } from '../runtime/database/database.ts';
import { optionalVariable, variable } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { doorsFromEnvironment } from './doors.ts';
import { sesSender } from './email-sender.ts';
import { answeredAt } from './has-answered.ts';
import { sqsQueue } from './send-queue.ts';
import { snsSender } from './sms-sender.ts';
import type { AlertsDirectory, PipelineServices, SendServices, SweepServices } from './services.ts';

const now = () => new Date().toISOString();

/** A school's zone does not change while a function is warm: one read per school. */
const rememberingSchools = <D extends AlertsDirectory>(directory: D): D => {
  const schools = new Map<string, ReturnType<AlertsDirectory['findSchool']>>();
  return {
    ...directory,
    findSchool: async (schoolId) => {
      const known = schools.get(schoolId) ?? directory.findSchool(schoolId);
      schools.set(schoolId, known);
      const school = await known.catch(() => undefined);
      if (school === undefined) schools.delete(schoolId);
      return school;
    },
  };
};

/** The academy's hours, `07:00-20:00` unless it chose others. */
const usualHours = (): AlertHours => {
  const [opens = USUAL_HOURS.opens, closes = USUAL_HOURS.closes] = (optionalVariable('ALERT_HOURS') ?? '')
    .split('-')
    .filter((hour) => hour !== '');
  return { opens, closes };
};

export const pipelineFromEnvironment = (client?: Database) => {
  const doors = doorsFromEnvironment(client);
  return {
    ...doors,
    directory: rememberingSchools(doors.directory),
    queue: sqsQueue(new SQSClient({ maxAttempts: 3 }), variable('QUEUE_ALERTS_SEND')),
    hours: usualHours(),
    now,
    log,
  } satisfies PipelineServices;
};

/** What reminds pupils of what they have to hand in. */
export const handInsFromEnvironment = (client: Database = openDatabase()) => ({
  ...pipelineFromEnvironment(client),
  homework: homeworkDoor(client),
});

/** What makes and reads the evening's messages. */
export const eveningsFromEnvironment = (client: Database = openDatabase()) => ({
  ...handInsFromEnvironment(client),
  notebook: notebookDoor(client),
  news: { ...newMarksDoor(client), ...newCardsDoor(client) },
});

const euros = (name: string, fallback: string): number => Math.round(Number(optionalVariable(name) ?? fallback) * 1_000_000);

/** An answer that takes longer counts as unknown; `maxAttempts: 1`, for the SDK's own retry would send twice. */
const SEND_TIMEOUTS = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
} as const;

export const sendFromEnvironment = (): SendServices => ({
  ...eveningsFromEnvironment(),
  sendEmail: sesSender(new SESv2Client(SEND_TIMEOUTS), {
    from: variable('SENDER_EMAIL'),
    fromName: variable('SENDER_NAME'),
    configurationSet: variable('SES_CONFIGURATION_SET'),
  }),
  sendSms: snsSender(new SNSClient(SEND_TIMEOUTS), { senderId: variable('SMS_SENDER') }),
  newId: randomUUID,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  link: `${variable('WEB_ORIGIN')}/`,
  smsCapMicros: euros('SMS_MONTHLY_CAP_EUROS', '200'),
  smsPartMicros: euros('SMS_PART_EUROS', '0.10'),
});

export const sweepFromEnvironment = (): SweepServices => {
  const client = openDatabase();
  return { ...pipelineFromEnvironment(client), hasAnswered: answeredAt(attendanceDoor(client)) };
};
