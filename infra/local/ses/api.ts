import { randomBytes } from 'node:crypto';
import type { Fault, Faults } from '../front/faults.ts';
import { awsError, jsonAnswer, type Answer, type Question } from '../http-answer.ts';
import { parseJson } from '../json.ts';
import type { Outbox, SentMail } from '../outbox/outbox.ts';
import type { Topics } from '../sns/topics.ts';
import { eventRecord, type EventDestination, type MailEvent } from './events.ts';
import { readMail } from './mail.ts';

const DELAY_MS = 5_000;

/** Addresses of the SES mailbox simulator answer as they do on AWS. */
const simulated = (recipient: string): MailEvent => {
  if (recipient.startsWith('bounce') && recipient.endsWith('@simulator.amazonses.com')) return 'Bounce';
  if (recipient.startsWith('complaint') && recipient.endsWith('@simulator.amazonses.com')) return 'Complaint';
  return 'Delivery';
};

const fated = (fault: Fault | undefined, recipient: string): MailEvent | undefined => {
  if (fault?.kind === 'lose') return undefined;
  if (fault?.kind === 'bounce') return 'Bounce';
  return fault?.kind === 'complaint' ? 'Complaint' : simulated(recipient);
};

/** Amazon SES v2: keeps every mail, then tells the configuration set's topic what became of it. */
export const sesApi = (outbox: Outbox, topics: Topics, destinations: readonly EventDestination[], faults: Faults, eventDelayMs: number) => {
  const timers = new Set<NodeJS.Timeout>();

  const publish = (event: MailEvent, mail: SentMail, recipients: readonly string[]): void => {
    outbox.note(mail.id, `${event} ${recipients.join(', ')}`);
    for (const destination of destinations) {
      if (destination.configurationSet !== mail.configurationSet || !destination.types.includes(event.toLowerCase())) continue;
      topics.publish(destination.topicArn, {
        message: JSON.stringify(eventRecord(event, mail, recipients, new Date().toISOString())),
        attributes: {},
        group: undefined,
      });
    }
  };

  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timer.unref();
    timers.add(timer);
  };

  const announce = (mail: SentMail): void => {
    publish('Send', mail, mail.to);
    for (const recipient of mail.to) {
      const fault = faults.strike('mail', 'Event', recipient);
      const event = fated(fault, recipient);
      if (event === undefined) continue;
      later(fault?.kind === 'delay' ? (fault.delayMs ?? DELAY_MS) : eventDelayMs, () => {
        publish(event === 'Complaint' ? 'Delivery' : event, mail, [recipient]);
        if (event === 'Complaint') publish('Complaint', mail, [recipient]);
      });
    }
  };

  const call = (question: Question): Answer => {
    if (question.method === 'GET' && question.path === '/v2/email/account') {
      return jsonAnswer(200, {
        ProductionAccessEnabled: true,
        SendingEnabled: true,
        SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 },
      });
    }
    if (question.method !== 'POST' || question.path !== '/v2/email/outbound-emails')
      return awsError(501, 'NotImplemented', `The local cloud does not play ${question.method} ${question.path} of SES.`);
    const id = `0102${randomBytes(12).toString('hex')}-${randomBytes(4).toString('hex')}-000000`;
    const mail = readMail(id, new Date().toISOString(), parseJson(question.body.toString('utf8')));
    if (mail === undefined) return awsError(400, 'BadRequestException', 'Content must be Simple or Raw: templates are not played locally.');
    if (mail.to.length === 0 || mail.to.length > 50) return awsError(400, 'BadRequestException', 'A message has from 1 to 50 recipients.');
    outbox.add(mail);
    announce(mail);
    return jsonAnswer(200, { MessageId: id });
  };

  return { call, close: () => timers.forEach((timer) => clearTimeout(timer)) };
};
