import type { Database } from '../runtime/database/database.ts';
import type { Entity } from '@symphoniacloud/dynamodb-entity-store';
import { identityTable } from '@preau/shared/identity/table.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { IF_NEW, unlessRefused } from '../runtime/conditional-write.ts';
import { isConditionFailure, tableStore } from '../runtime/entity.ts';
import { attemptsEntity, codeEntity, requestEntity, secretEntity, sessionEntity, ticketEntity } from './entities.ts';
import type { ChallengeSecret, OneTimeCode, OpenSession, SignInRequest, Ticket } from './records.ts';

const epochSeconds = (instant: Instant): number => Math.ceil(Date.parse(instant) / 1000);

/** The engine may erase late: expiry is always read from the item as well. */
const GRACE_SECONDS = 3600;
const SESSION_SECONDS = 30 * 24 * 3600;
const META = ['pk', 'sk', '_et', 'ttl'];

/** Sign-ins under way, each item good for one use. */
export const identityStore = (tableName: string, client: Database) => {
  const all = tableStore(identityTable, tableName, client);

  const add = async <T extends P & K & { readonly expiresAt: Instant }, P, K>(kind: Entity<T, P, K>, item: T): Promise<void> => {
    await all.for(kind).put(item, { ...IF_NEW, ttl: epochSeconds(item.expiresAt) + GRACE_SECONDS });
  };

  /** Deletes and returns in one step: of two callers at the same instant, one gets undefined. */
  const take = async <T extends P & K, P, K>(kind: Entity<T, P, K>, key: P & K): Promise<T | undefined> => {
    try {
      const { unparsedReturnedAttributes: old } = await all
        .for(kind)
        .advancedOperations.delete(key, { conditionExpression: 'attribute_exists(pk)', returnValues: 'ALL_OLD' });
      return old === undefined ? undefined : kind.parse(old, META, { pk: 'pk' });
    } catch (error) {
      if (isConditionFailure(error)) return undefined;
      throw error;
    }
  };

  return {
    /** `/connexion`: the browser leaves for a guichet. */
    addRequest: (request: SignInRequest): Promise<void> => add(requestEntity, request),
    /** The guichet's answer comes back: the replay guard. */
    takeRequest: (requestId: string): Promise<SignInRequest | undefined> => take(requestEntity, { requestId }),

    addTicket: (ticket: Ticket): Promise<void> => add(ticketEntity, ticket),
    /** `/connexion/choisir`. */
    findTicket: (ticketPrint: string): Promise<Ticket | undefined> =>
      all.for(ticketEntity).getOrUndefined({ ticketPrint }, { consistentRead: true }),
    takeTicket: (ticketPrint: string): Promise<Ticket | undefined> => take(ticketEntity, { ticketPrint }),

    addCode: (code: OneTimeCode): Promise<void> => add(codeEntity, code),
    /** `/connexion/retour`. */
    takeCode: (codePrint: string): Promise<OneTimeCode | undefined> => take(codeEntity, { codePrint }),

    addSecret: (secret: ChallengeSecret): Promise<void> => add(secretEntity, secret),
    /** Cognito asks whether the answer is right. */
    takeSecret: (secretPrint: string): Promise<ChallengeSecret | undefined> => take(secretEntity, { secretPrint }),

    /** A session is open: kept as long as its refresh token may live. */
    putSession: async (session: OpenSession, now: Instant): Promise<void> => {
      await all.for(sessionEntity).put(session, { ttl: epochSeconds(now) + SESSION_SECONDS });
    },
    /** Signing out: undefined when this person holds no such session. */
    takeSession: (personId: PersonId, sessionPrint: string): Promise<OpenSession | undefined> =>
      take(sessionEntity, { personId, sessionPrint }),

    /** Counts one more password attempt in this window; false when `most` were already made. */
    countAttempt: (loginPrint: string, window: string, most: number, until: Instant): Promise<boolean> =>
      unlessRefused(
        all.for(attemptsEntity).update(
          { loginPrint, window },
          {
            update: { add: '#count :one' },
            conditionExpression: 'attribute_not_exists(#count) OR #count < :most',
            expressionAttributeNames: { '#count': 'count' },
            expressionAttributeValues: { ':one': 1, ':most': most },
            ttl: epochSeconds(until) + GRACE_SECONDS,
          },
        ),
      ),
    /** The right password was given: the count starts again. */
    forgetAttempts: (loginPrint: string, window: string): Promise<void> => all.for(attemptsEntity).delete({ loginPrint, window }),
  };
};

export type IdentityStore = ReturnType<typeof identityStore>;
