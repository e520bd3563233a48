import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scratchFolder } from '../functions/testing/scratch-folder.ts';
import { Academy, academyOf } from './academies.ts';
import { accept } from './accept.ts';
import { synthesise } from './synthesise.ts';
import { emptyBundles } from './testing/empty-bundles.ts';
import { synthesised } from './testing/templates.ts';

it('writes the same bytes twice', async () => {
  const bundles = emptyBundles();
  const fingerprint = async (): Promise<readonly string[]> => {
    const { stacks } = await synthesise({ academy: 'strasbourg', stage: 'prod', outdir: scratchFolder(), bundles, unchecked: true });
    return stacks.map(({ templateFile }) => createHash('sha256').update(readFileSync(templateFile)).digest('hex'));
  };
  expect(await fingerprint()).toEqual(await fingerprint());
}, 60_000);

it('gives the API no domain name on a laptop, and calls it where the laptop answers', async () => {
  const { stacks, setting } = await synthesise({
    academy: 'demo',
    stage: 'local',
    outdir: scratchFolder(),
    bundles: emptyBundles(),
    unchecked: true,
    origins: { web: 'http://localhost:3000', api: 'http://localhost:4000' },
  });
  const api = readFileSync(stacks.find(({ part }) => part === 'api')?.templateFile ?? '', 'utf8');
  expect(api).not.toContain('AWS::ApiGatewayV2::DomainName');
  expect(api).toContain('http://localhost:4000');
  expect(setting.ownsDomain).toBe(false);
}, 60_000);

it('federates the guichets through Cognito where the academy chose it', async () => {
  const { ofType } = await synthesised({ ...academyOf('reims'), identity: 'cognitoSaml' });
  expect(ofType('AWS::Cognito::UserPoolIdentityProvider').map(({ Properties }) => Properties['ProviderName'])).toEqual([
    'educonnect',
    'agents',
    'agricole',
  ]);
  expect(ofType('AWS::Cognito::UserPool')[0]?.Properties['LambdaConfig']).toHaveProperty('PreSignUp');
  expect(ofType('AWS::Cognito::UserPoolClient')[0]?.Properties).toMatchObject({
    AllowedOAuthFlows: ['code'],
    CallbackURLs: ['https://api.reims.preau.education/auth/hosted/return'],
  });
}, 60_000);

it('signs people in by our own challenge, without a hosted page, everywhere else', async () => {
  const { ofType } = await synthesised('reims');
  expect(ofType('AWS::Cognito::UserPoolIdentityProvider')).toHaveLength(0);
  expect(ofType('AWS::Cognito::UserPool')[0]?.Properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    UserPoolTier: 'LITE',
    DeletionProtection: 'ACTIVE',
  });
  expect(ofType('AWS::Cognito::UserPoolClient')[0]?.Properties).toMatchObject({
    ExplicitAuthFlows: expect.arrayContaining(['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']),
    PreventUserExistenceErrors: 'ENABLED',
  });
}, 60_000);

it('names the academies that exist when it is asked for another', () => {
  expect(() => academyOf('atlantide')).toThrow(/nancy-metz, strasbourg, reims, demo/);
});

it('refuses an academy whose data is incomplete or mistyped', () => {
  expect(Academy.safeParse({ ...academyOf('reims'), account: '12' }).success).toBe(false);
  expect(Academy.safeParse({ ...academyOf('reims'), sender: { ...academyOf('reims').sender, sms: 'beaucoup trop long' } }).success).toBe(
    false,
  );
  expect(Academy.safeParse({ ...academyOf('reims'), surprise: true }).success).toBe(false);
});

it('refuses a stage that could not be part of a name', async () => {
  await expect(synthesise({ academy: 'demo', stage: 'Prod!', outdir: scratchFolder(), bundles: {} })).rejects.toThrow(/stage/);
});

it('refuses to accept a finding without a sentence of reason', () => {
  expect(() => accept(Object(null), 'IAM5', 'because')).toThrow(/does not explain/);
});
