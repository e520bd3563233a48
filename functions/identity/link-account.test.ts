import {
  AdminCreateUserCommand,
  AdminLinkProviderForUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import type { SignInCandidate } from '@preau/shared/directory/schema.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { educonnect } from './guichet.testing.ts';
import { linkAccount, type PreSignUpEvent } from './link-account.ts';

const ECT_ID = 'ab'.repeat(48);

const someone = (id: string, status: SignInCandidate['status'] = 'active'): SignInCandidate => ({
  personId: PersonId.parse(id),
  kind: 'guardian',
  status,
  firstName: 'A',
  lastName: 'B',
  schoolNames: [],
});

const anEvent = (over: Partial<PreSignUpEvent> = {}, attributes: Record<string, string> = {}) => ({
  version: '1',
  region: 'eu-west-3',
  userPoolId: 'eu-west-3_pool',
  userName: 'educonnect_AAdzNewAtEachLogin',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
  triggerSource: 'PreSignUp_ExternalProvider',
  request: {
    userAttributes: {
      'custom:ect_id': ECT_ID,
      'custom:ref_id': '[%7BAAF%7D12%7C2D%7C4100253,%7BECT%7D7788]',
      'cognito:email_alias': '',
      ...attributes,
    },
    validationData: {},
  },
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  ...over,
});

const aTrigger = (known: Record<string, readonly SignInCandidate[]> = {}) => {
  const client = new CognitoIdentityProviderClient({ region: 'eu-west-3' });
  const cognito = mockClient(client);
  const asked: (readonly string[])[] = [];
  const trigger = linkAccount({
    client,
    guichets: async () => [educonnect],
    directory: {
      findPeopleByJoinKeys: async (keys) => {
        asked.push(keys);
        return keys.flatMap((key) => known[key] ?? []);
      },
      areContacts: async () => false,
      findStaffByMail: async () => [],
    },
  });
  return { trigger, cognito, asked };
};

describe('the first arrival of a guichet’s account through Cognito', () => {
  it('is linked to our person by the account’s stable identifier, never by its passing name', async () => {
    const { trigger, cognito, asked } = aTrigger({ 'NANCY-METZ-4100253': [someone('per_claire0001')] });
    const event = anEvent();
    expect(await trigger(event)).toEqual(event);
    expect(asked).toEqual([['NANCY-METZ-4100253']]);
    expect(cognito.commandCalls(AdminCreateUserCommand)[0]?.args[0].input).toMatchObject({
      Username: 'per_claire0001',
      MessageAction: 'SUPPRESS',
    });
    expect(cognito.commandCalls(AdminLinkProviderForUserCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'eu-west-3_pool',
      DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'per_claire0001' },
      SourceUser: { ProviderName: 'educonnect', ProviderAttributeName: 'custom:ect_id', ProviderAttributeValue: ECT_ID },
    });
  });

  it('is linked to a person whom Cognito knows already', async () => {
    const { trigger, cognito } = aTrigger({ 'NANCY-METZ-4100253': [someone('per_claire0001')] });
    cognito.on(AdminCreateUserCommand).rejects(Object.assign(new Error('exists'), { name: 'UsernameExistsException' }));
    await trigger(anEvent());
    expect(cognito.commandCalls(AdminLinkProviderForUserCommand)).toHaveLength(1);
  });

  it('is linked to the same person each time when several match: the choice is made on our page', async () => {
    const people = [someone('per_zoe000001'), someone('per_anne00001')];
    const { trigger, cognito } = aTrigger({ 'NANCY-METZ-4100253': people });
    await trigger(anEvent());
    expect(cognito.commandCalls(AdminLinkProviderForUserCommand)[0]?.args[0].input.DestinationUser?.ProviderAttributeValue).toBe(
      'per_anne00001',
    );
  });

  it('lets our own creation of a user through untouched', async () => {
    const { trigger, cognito } = aTrigger();
    const event = anEvent({ triggerSource: 'PreSignUp_AdminCreateUser', userName: 'per_claire0001' });
    expect(await trigger(event)).toEqual(event);
    expect(cognito.calls()).toHaveLength(0);
  });

  it.each<[string, Partial<PreSignUpEvent>, Record<string, string>, RegExp]>([
    ['an unknown person', {}, { 'custom:ref_id': '{AAF}12|2D|404' }, /refused: compte-non-provisionne/],
    ['a blocked person', {}, { 'custom:ref_id': '{AAF}12|2D|13' }, /refused: compte-bloque/],
    ['no vector', {}, { 'custom:ref_id': '' }, /refused: vecteur-absent/],
    ['a broken vector', {}, { 'custom:ref_id': '%E0%A4%A' }, /refused: vecteur-absent/],
    ['no stable identifier', {}, { 'custom:ect_id': '' }, /refused: compte-sans-identifiant/],
    ['another provider', { userName: 'facebook_123' }, {}, /refused: guichet-inconnu/],
    ['somebody who signs up', { triggerSource: 'PreSignUp_SignUp' }, {}, /refused: nobody signs up/],
  ])('is turned away for %s, before any user exists', async (_name, over, attributes, message) => {
    const { trigger, cognito } = aTrigger({ 'NANCY-METZ-13': [someone('per_blocked001', 'blocked')] });
    await expect(trigger(anEvent(over, attributes))).rejects.toThrow(message);
    expect(cognito.calls()).toHaveLength(0);
  });
});
