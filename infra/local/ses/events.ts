import type { SentMail } from '../outbox/outbox.ts';
import { flagIn, objectIn, textIn, textsIn, type Json } from '../json.ts';
import type { LocalResource } from '../template/local-template.ts';

export type MailEvent = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

export interface EventDestination {
  readonly configurationSet: string;
  readonly topicArn: string;
  readonly types: readonly string[];
}

/** Where a configuration set publishes, when it is to a topic and enabled. */
export const eventDestinations = (resource: LocalResource): readonly EventDestination[] => {
  const destination = objectIn(resource.properties, 'EventDestination');
  const topicArn = textIn(objectIn(destination, 'SnsDestination'), 'TopicARN');
  if (topicArn === undefined || (destination['Enabled'] !== undefined && !flagIn(destination, 'Enabled'))) return [];
  return [
    {
      configurationSet: textIn(resource.properties, 'ConfigurationSetName') ?? '',
      topicArn,
      types: textsIn(destination, 'MatchingEventTypes').map((type) => type.toLowerCase()),
    },
  ];
};

const outcome = (event: MailEvent, mail: SentMail, recipients: readonly string[], at: string): Json => {
  switch (event) {
    case 'Send':
      return { send: {} };
    case 'Delivery':
      return {
        delivery: {
          timestamp: at,
          processingTimeMillis: 120,
          recipients,
          smtpResponse: '250 2.0.0 OK',
          reportingMTA: 'a1-2.smtp-out.eu-west-3.amazonses.com',
        },
      };
    case 'Bounce':
      return {
        bounce: {
          feedbackId: `feedback-${mail.id}`,
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: recipients.map((emailAddress) => ({
            emailAddress,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          })),
          timestamp: at,
          reportingMTA: 'dns; a1-2.smtp-out.eu-west-3.amazonses.com',
        },
      };
    case 'Complaint':
      return {
        complaint: {
          feedbackId: `feedback-${mail.id}`,
          complaintSubType: null,
          complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
          timestamp: at,
          complaintFeedbackType: 'abuse',
        },
      };
  }
};

/** The record that SES publishes about one mail, as its event publishing writes it. */
export const eventRecord = (event: MailEvent, mail: SentMail, recipients: readonly string[], at: string): Json => ({
  eventType: event,
  mail: {
    timestamp: mail.at,
    source: mail.from,
    sourceArn: 'arn:aws:ses:eu-west-3:000000000000:identity/local',
    sendingAccountId: '000000000000',
    messageId: mail.id,
    destination: mail.to,
    headersTruncated: false,
    headers: [
      { name: 'From', value: mail.from },
      { name: 'To', value: mail.to.join(', ') },
      { name: 'Subject', value: mail.subject },
    ],
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
    tags: {
      ...(mail.configurationSet === undefined ? {} : { 'ses:configuration-set': [mail.configurationSet] }),
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  },
  ...outcome(event, mail, recipients, at),
});
