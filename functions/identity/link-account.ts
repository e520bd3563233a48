import { AdminLinkProviderForUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { professionalMail } from '@preau/shared/identity/rules.ts';
import { claimList } from './claim-list.ts';
import { ensureUser } from './cognito-users.ts';
import type { Recognised } from './port.ts';
import { recognisePeople } from './recognise-people.ts';
import type { SignInDirectory } from './services.ts';
import type { Guichets } from './settings.ts';

export interface PreSignUpEvent {
  readonly triggerSource: string;
  readonly userPoolId: string;
  /** `<provider>_<NameID>` for a person who comes from a guichet. */
  readonly userName?: string;
  readonly request: { readonly userAttributes: Readonly<Record<string, string>> };
  readonly response: object;
}

interface LinkParts {
  readonly client: CognitoIdentityProviderClient;
  readonly directory: SignInDirectory;
  readonly guichets: Guichets;
}

const refused = (reason: string): Error => new Error(`refused: ${reason}`);

const assertionOf = (attributes: Readonly<Record<string, string>>): Recognised => ({
  recognised: true,
  refIds: claimList(attributes['custom:ref_id']),
  mail: professionalMail(attributes['custom:mail']),
  sessionIndex: '',
  nameId: '',
  logoutUrl: undefined,
});

/**
 * The first time that Cognito meets a guichet's account: it is linked to our person by its stable id, or turned away here,
 * for any later refusal would leave a ghost user. With several people the first is linked, and the choice is made on our page.
 */
export const linkAccount =
  ({ client, directory, guichets }: LinkParts) =>
  async <E extends PreSignUpEvent>(event: E): Promise<E> => {
    // Ourselves, creating the user of a person just below or at a first sign-in.
    if (event.triggerSource === 'PreSignUp_AdminCreateUser') return event;
    if (event.triggerSource !== 'PreSignUp_ExternalProvider') throw refused('nobody signs up');
    const guichet = (await guichets()).find(({ guichetId }) => event.userName?.startsWith(`${guichetId}_`) === true);
    if (guichet?.kind !== 'saml') throw refused('guichet-inconnu');
    const attributes = event.request.userAttributes;
    const accountId = attributes['custom:ect_id'];
    if (accountId === undefined || accountId === '') throw refused('compte-sans-identifiant');
    const people = await recognisePeople(directory, guichet, assertionOf(attributes));
    if (!people.found) throw refused(people.reason);
    const [person] = people.candidates.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
    if (person === undefined) throw refused('compte-non-provisionne');
    await ensureUser({ client, userPoolId: event.userPoolId }, person.personId);
    await client.send(
      new AdminLinkProviderForUserCommand({
        UserPoolId: event.userPoolId,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: person.personId },
        SourceUser: { ProviderName: guichet.guichetId, ProviderAttributeName: 'custom:ect_id', ProviderAttributeValue: accountId },
      }),
    );
    return event;
  };
