import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { resultOf } from './provider-error.ts';
import type { EmailSender } from './services.ts';

interface Sender {
  readonly from: string;
  readonly fromName: string;
  readonly configurationSet: string;
}

const mailbox = ({ from, fromName }: Sender): string => `"${fromName.replaceAll(/["\\\r\n]/g, '')}" <${from}>`;

/** Sends by SES, tagged with the delivery and the attempt, so that a receipt finds them whatever became of our own answer. */
export const sesSender =
  (client: SESv2Client, sender: Sender): EmailSender =>
  async ({ to, deliveryId, attemptId, message }) => {
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: mailbox(sender),
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: sender.configurationSet,
          EmailTags: [
            { Name: 'alertId', Value: deliveryId },
            { Name: 'attemptId', Value: attemptId },
          ],
          Content: {
            Simple: {
              Subject: { Data: message.subject, Charset: 'UTF-8' },
              Body: { Text: { Data: message.text, Charset: 'UTF-8' }, Html: { Data: message.html, Charset: 'UTF-8' } },
              Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
            },
          },
        }),
      );
      return { is: 'accepted' };
    } catch (error) {
      return resultOf(error);
    }
  };
