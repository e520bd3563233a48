import { numberIn, objectIn, textIn, textsIn, textMap } from '../json.ts';
import { functionNameOf } from '../lambda/function-spec.ts';
import type { LocalTemplate } from '../template/local-template.ts';

export interface PoolClient {
  readonly id: string;
  readonly flows: readonly string[];
  readonly accessSeconds: number;
  readonly idSeconds: number;
  readonly refreshSeconds: number;
}

export interface Pool {
  readonly id: string;
  readonly issuer: string;
  readonly region: string;
  /** Trigger functions by Cognito's name, `DefineAuthChallenge`. */
  readonly triggers: Readonly<Record<string, string>>;
  readonly clients: ReadonlyMap<string, PoolClient>;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

const validity = (properties: unknown, name: string, unitName: string, usualUnit: string, usualSeconds: number): number => {
  const value = numberIn(properties, name);
  if (value === undefined) return usualSeconds;
  return value * (UNIT_SECONDS[textIn(objectIn(properties, 'TokenValidityUnits'), unitName) ?? usualUnit] ?? 1);
};

/** The template's user pool, its triggers and its clients. */
export const poolOf = (template: LocalTemplate, poolId: string, region: string): Pool => {
  const [pool] = template.ofType('AWS::Cognito::UserPool');
  const triggers = Object.entries(textMap(objectIn(pool?.properties, 'LambdaConfig'))).map(
    ([name, arn]) => [name, functionNameOf(arn)] as const,
  );
  return {
    id: poolId,
    issuer: `https://cognito-idp.${region}.amazonaws.com/${poolId}`,
    region,
    triggers: Object.fromEntries(triggers),
    clients: new Map(
      template.ofType('AWS::Cognito::UserPoolClient').map(({ ref, properties }) => [
        ref,
        {
          id: ref,
          flows: textsIn(properties, 'ExplicitAuthFlows'),
          accessSeconds: validity(properties, 'AccessTokenValidity', 'AccessToken', 'hours', 3_600),
          idSeconds: validity(properties, 'IdTokenValidity', 'IdToken', 'hours', 3_600),
          refreshSeconds: validity(properties, 'RefreshTokenValidity', 'RefreshToken', 'days', 30 * 86_400),
        },
      ]),
    ),
  };
};
