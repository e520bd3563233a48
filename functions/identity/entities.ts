import * as z from 'zod';
import { entity } from '../runtime/entity.ts';
import { ChallengeSecret, OneTimeCode, OpenSession, SignInRequest, Ticket } from './records.ts';

export const requestEntity = entity({
  type: 'request',
  schema: SignInRequest,
  pk: ({ requestId }: Pick<SignInRequest, 'requestId'>) => `REQUEST#${requestId}`,
  sk: () => 'ONCE',
});

export const ticketEntity = entity({
  type: 'ticket',
  schema: Ticket,
  pk: ({ ticketPrint }: Pick<Ticket, 'ticketPrint'>) => `TICKET#${ticketPrint}`,
  sk: () => 'ONCE',
});

export const codeEntity = entity({
  type: 'code',
  schema: OneTimeCode,
  pk: ({ codePrint }: Pick<OneTimeCode, 'codePrint'>) => `CODE#${codePrint}`,
  sk: () => 'ONCE',
});

export const secretEntity = entity({
  type: 'secret',
  schema: ChallengeSecret,
  pk: ({ secretPrint }: Pick<ChallengeSecret, 'secretPrint'>) => `SECRET#${secretPrint}`,
  sk: () => 'ONCE',
});

export const sessionEntity = entity({
  type: 'session',
  schema: OpenSession,
  pk: ({ personId }: Pick<OpenSession, 'personId'>) => `PERSON#${personId}`,
  sk: ({ sessionPrint }: Pick<OpenSession, 'sessionPrint'>) => `SESSION#${sessionPrint}`,
});

const Attempts = z.strictObject({ loginPrint: z.string(), window: z.string(), count: z.int() });

export const attemptsEntity = entity({
  type: 'attempts',
  schema: Attempts,
  pk: ({ loginPrint }: Pick<z.infer<typeof Attempts>, 'loginPrint'>) => `ATTEMPTS#${loginPrint}`,
  sk: ({ window }: Pick<z.infer<typeof Attempts>, 'window'>) => window,
});
