import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { resultOf } from './provider-error.ts';
import type { SmsSender } from './services.ts';

interface Sender {
  /** Eleven letters or figures at most: what the phone shows instead of a number. */
  readonly senderId: string;
}

const text = (value: string) => ({ DataType: 'String', StringValue: value });

/** Sends by SNS as a transactional message; SNS keeps no receipt, so an unknown outcome stays unknown. */
export const snsSender =
  (client: SNSClient, { senderId }: Sender): SmsSender =>
  async ({ to, message }) => {
    try {
      await client.send(
        new PublishCommand({
          PhoneNumber: to,
          Message: message.text,
          MessageAttributes: {
            'AWS.SNS.SMS.SenderID': text(senderId),
            'AWS.SNS.SMS.SMSType': text('Transactional'),
          },
        }),
      );
      return { is: 'accepted' };
    } catch (error) {
      return resultOf(error);
    }
  };
