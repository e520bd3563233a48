import * as z from 'zod';
import { Guichet } from '@preau/shared/identity/schema.ts';
import { agents, agricultural, educonnect, local } from './guichets.ts';

const Domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);

const Limits = z.strictObject({
  /** Requests per second over the whole API; API Gateway answers 429 above. */
  requestsPerSecond: z.int().min(10).max(10_000),
  burst: z.int().min(10).max(20_000),
  /** Requests per second of each operation that needs no session. */
  publicRequestsPerSecond: z.int().min(5).max(2_000),
  /** Environments kept for a domain's API, so that a burst elsewhere never takes the roll call's; absent in small accounts. */
  reservedConcurrency: z.partialRecord(
    z.enum(['attendance/api', 'alerts/api', 'identity/api', 'identity/saml', 'imports/api']),
    z.int().min(5).max(800),
  ),
  /** Deliveries attempted at the same time, under the provider's sending rate. */
  alertSenders: z.int().min(2).max(1_000),
});

/** The guard against unusual bursts has no setting: it knows each school's own habit (`shared/alerts/guard.ts`). */
const Alerts = z.strictObject({
  /** What a school may undo before anything leaves, until it chooses its own delay. */
  holdSeconds: z.int().min(0).max(600),
  /** Local hours between which families are told of absences, `07:00-20:00`; safety alerts know no hours. */
  hours: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/),
  smsMonthlyCapEuros: z.int().min(0).max(100_000),
  /** What one part of an SMS costs, counted against the cap before it leaves. */
  smsPartEuros: z.number().gt(0).max(1),
});

const Sender = z.strictObject({
  email: z.email(),
  name: z.string().min(1).max(60),
  /** Alphanumeric, as French carriers accept it. */
  sms: z.string().regex(/^[A-Za-z][A-Za-z0-9]{2,10}$/),
});

/** One academy as data: everything that makes its stack differ from its neighbour's. */
export const Academy = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .max(20),
  name: z.string().min(1),
  /** As people read it. */
  label: z.string().min(1),
  /** Numbers under which the ministry's files and assertions name its people; 98 is agricultural education. */
  numbers: z.array(z.string().regex(/^\d{1,2}$/)).min(1),
  region: z.enum(['eu-west-3', 'eu-central-1']),
  account: z.string().regex(/^\d{12}$/),
  webDomain: Domain,
  apiDomain: Domain,
  /** Of `webDomain`, in us-east-1 as CloudFront wants it; without it the web answers under CloudFront's own name. */
  webCertificateArn: z.string().startsWith('arn:aws:acm:us-east-1:').optional(),
  /** Requests that one address may send to the web in five minutes: a whole school may share one. */
  webRequestsPerAddress: z.int().min(2_000).max(1_000_000),
  operatorEmail: z.email(),
  guichets: z.array(Guichet).min(1),
  /** Who validates assertions: our own service provider, or Cognito's native one. */
  identity: z.enum(['samlBroker', 'cognitoSaml']),
  /** Who looks for malware besides our own reading of each file's structure: nobody, or Amazon GuardDuty, switched on for the bucket of files. */
  fileScanning: z.enum(['structure', 'guardDuty']).default('structure'),
  sender: Sender,
  alerts: Alerts,
  limits: Limits,
});
export type Academy = z.infer<typeof Academy>;

const usualAlerts = { holdSeconds: 5, hours: '07:00-20:00', smsPartEuros: 0.08 } as const;

/** Accounts are placeholders until an academy gives its own: `npm run deploy` refuses them. */
const list: readonly z.input<typeof Academy>[] = [
  {
    code: 'nancy-metz',
    name: 'NANCY-METZ',
    label: 'Académie de Nancy-Metz',
    numbers: ['12', '98'],
    region: 'eu-west-3',
    account: '000000000012',
    webDomain: 'nancy-metz.preau.education',
    apiDomain: 'api.nancy-metz.preau.education',
    webRequestsPerAddress: 30_000,
    operatorEmail: 'exploitation@nancy-metz.preau.education',
    guichets: [educonnect, agents('portail.ac-nancy-metz.fr'), agricultural, local],
    identity: 'samlBroker',
    sender: { email: 'ne-pas-repondre@nancy-metz.preau.education', name: 'Préau Nancy-Metz', sms: 'PREAU' },
    alerts: { ...usualAlerts, smsMonthlyCapEuros: 4_000 },
    limits: {
      requestsPerSecond: 3_000,
      burst: 6_000,
      publicRequestsPerSecond: 300,
      reservedConcurrency: { 'attendance/api': 200, 'alerts/api': 60, 'identity/api': 90, 'identity/saml': 60, 'imports/api': 10 },
      alertSenders: 40,
    },
  },
  {
    code: 'strasbourg',
    name: 'STRASBOURG',
    label: 'Académie de Strasbourg',
    numbers: ['15', '98'],
    region: 'eu-west-3',
    account: '000000000015',
    webDomain: 'strasbourg.preau.education',
    apiDomain: 'api.strasbourg.preau.education',
    webRequestsPerAddress: 30_000,
    operatorEmail: 'exploitation@strasbourg.preau.education',
    guichets: [educonnect, agents('portail.ac-strasbourg.fr'), agricultural, local],
    identity: 'samlBroker',
    sender: { email: 'ne-pas-repondre@strasbourg.preau.education', name: 'Préau Strasbourg', sms: 'PREAU' },
    alerts: { ...usualAlerts, smsMonthlyCapEuros: 3_500 },
    limits: {
      requestsPerSecond: 2_500,
      burst: 5_000,
      publicRequestsPerSecond: 250,
      reservedConcurrency: { 'attendance/api': 180, 'alerts/api': 50, 'identity/api': 78, 'identity/saml': 52, 'imports/api': 10 },
      alertSenders: 40,
    },
  },
  {
    code: 'reims',
    name: 'REIMS',
    label: 'Académie de Reims',
    numbers: ['19', '98'],
    region: 'eu-west-3',
    account: '000000000019',
    webDomain: 'reims.preau.education',
    apiDomain: 'api.reims.preau.education',
    webRequestsPerAddress: 30_000,
    operatorEmail: 'exploitation@reims.preau.education',
    guichets: [educonnect, agents('portail.ac-reims.fr'), agricultural, local],
    identity: 'samlBroker',
    sender: { email: 'ne-pas-repondre@reims.preau.education', name: 'Préau Reims', sms: 'PREAU' },
    alerts: { ...usualAlerts, smsMonthlyCapEuros: 2_500 },
    limits: {
      requestsPerSecond: 1_800,
      burst: 3_600,
      publicRequestsPerSecond: 200,
      reservedConcurrency: { 'attendance/api': 120, 'alerts/api': 40, 'identity/api': 60, 'identity/saml': 40, 'imports/api': 10 },
      alertSenders: 30,
    },
  },
  {
    code: 'demo',
    name: 'DEMO',
    label: 'Académie de démonstration',
    numbers: ['12', '98'],
    region: 'eu-west-3',
    account: '000000000000',
    webDomain: 'demo.preau.education',
    apiDomain: 'api.demo.preau.education',
    webRequestsPerAddress: 30_000,
    operatorEmail: 'exploitation@demo.preau.education',
    guichets: [educonnect, agents('portail.demo.preau.education'), agricultural, local],
    identity: 'samlBroker',
    sender: { email: 'ne-pas-repondre@demo.preau.education', name: 'Préau démonstration', sms: 'PREAU' },
    // A demonstration is looked at in the evening too.
    alerts: { ...usualAlerts, hours: '00:00-24:00', smsMonthlyCapEuros: 50 },
    limits: { requestsPerSecond: 200, burst: 400, publicRequestsPerSecond: 50, reservedConcurrency: {}, alertSenders: 4 },
  },
];

export const academies: readonly Academy[] = list.map((academy) => Academy.parse(academy));

/** The academy of that code, or an error that lists those that exist. */
export const academyOf = (code: string): Academy => {
  const found = academies.find((academy) => academy.code === code);
  if (found === undefined)
    throw new Error(`No academy "${code}". Those that exist: ${academies.map((academy) => academy.code).join(', ')}`);
  return found;
};
