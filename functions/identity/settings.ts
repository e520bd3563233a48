import * as z from 'zod';
import { Guichet } from '@preau/shared/identity/schema.ts';
import { optionalVariable, variable } from '../runtime/environment.ts';
import { readParameter, remembered } from './parameter.ts';

const Settings = z.array(Guichet).min(1);

export type Guichets = () => Promise<readonly Guichet[]>;

/** The guichets of this academy: written in the variable itself, or, being longer than a variable may be, in the parameter that it names. */
export const guichetsOf = (value: string, read: typeof readParameter = readParameter): Guichets =>
  remembered(async () => Settings.parse(value.startsWith('/') ? await read(value) : JSON.parse(value)));

export interface HostedSettings {
  /** `https://<domain>` of Cognito's own pages. */
  readonly origin: string;
  readonly clientId: string;
  readonly returnUrl: string;
}

/** Where Cognito federates guichets itself; undefined where our own service provider does. */
export const hostedSettings = (): HostedSettings | undefined =>
  optionalVariable('IDENTITY_ADAPTER') === 'cognitoSaml'
    ? {
        origin: variable('HOSTED_ORIGIN'),
        clientId: variable('USER_POOL_CLIENT_ID'),
        returnUrl: `${variable('API_ORIGIN')}/auth/hosted/return`,
      }
    : undefined;
