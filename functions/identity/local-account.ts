import { PersonId } from '@preau/shared/kernel/ids.ts';
import { derivedId } from '../runtime/derived-id.ts';

/** The directory key of a local account: `LOCAL-` and the login, without case. */
export const localJoinKey = (login: string): string => `LOCAL-${login.trim().toLowerCase()}`;

/** Who a local login is: the name of his Cognito user as well. */
export const localPersonId = (login: string): PersonId => PersonId.parse(derivedId('per', localJoinKey(login)));
