import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { physicalName, type Setting } from '../setting.ts';

const EVENTS = [
  ses.EmailSendingEvent.SEND,
  ses.EmailSendingEvent.DELIVERY,
  ses.EmailSendingEvent.BOUNCE,
  ses.EmailSendingEvent.COMPLAINT,
  ses.EmailSendingEvent.DELIVERY_DELAY,
  ses.EmailSendingEvent.REJECT,
];

/** The academy's mail: its domain signed, TLS required, and every receipt, bounce and complaint published to the returned topic. */
export const academyMail = (scope: Construct, setting: Setting, key: IKey): sns.Topic => {
  const receipts = new sns.Topic(scope, 'MailReceipts', {
    topicName: physicalName(setting, 'mail-receipts'),
    masterKey: key,
    enforceSSL: true,
  });
  receipts.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('ses.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [receipts.topicArn],
      conditions: { StringEquals: { 'AWS:SourceAccount': Stack.of(scope).account } },
    }),
  );
  const configurationSet = new ses.ConfigurationSet(scope, 'Mail', {
    configurationSetName: physicalName(setting, 'mail'),
    tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  configurationSet.addEventDestination('Receipts', { destination: ses.EventDestination.snsTopic(receipts), events: EVENTS });
  const { email } = setting.academy.sender;
  new ses.EmailIdentity(scope, 'Sender', {
    identity: ses.Identity.domain(email.slice(email.indexOf('@') + 1)),
    configurationSet,
    mailFromDomain: `retour.${email.slice(email.indexOf('@') + 1)}`,
  });
  return receipts;
};
