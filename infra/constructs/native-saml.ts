import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { SamlGuichet } from '@preau/shared/identity/schema.ts';
import { physicalName, type Setting } from '../setting.ts';

/** FrEduCtId, stable for each account; Cognito maps it so that our people can be linked to it. */
const FR_EDU_CT_ID = 'urn:oid:1.3.6.1.4.1.20326.10.999.1.57';

/** Where ÉduConnect wants a browser to sign out. */
const FR_EDU_URL_RETOUR = 'urn:oid:1.3.6.1.4.1.20326.10.999.1.5';

const bare = (certificate: string): string => certificate.replaceAll(/-----(BEGIN|END) CERTIFICATE-----|\s/g, '');

const keyDescriptor = (certificate: string): string =>
  `<KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`;

/** Metadata written from the academy's data, so that no deployment waits for a provider's page. */
const samlMetadata = (guichet: SamlGuichet): string =>
  [
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${guichet.entityId}">`,
    '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">',
    ...guichet.certificates.map(keyDescriptor),
    '<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</NameIDFormat>',
    `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${guichet.signInUrl}"/>`,
    '</IDPSSODescriptor></EntityDescriptor>',
  ].join('');

const domainPrefix = (setting: Setting): string => physicalName(setting, 'connexion');

/** Where Cognito's own pages answer, when the academy uses them. */
export const hostedOrigin = (setting: Setting): string =>
  `https://${domainPrefix(setting)}.auth.${setting.academy.region}.amazoncognito.com`;

/** The second adapter: Cognito itself validates the guichets' assertions, and a hosted domain carries the browser through. */
export const nativeSaml = (scope: Construct, pool: cognito.UserPool, setting: Setting): readonly cognito.UserPoolIdentityProviderSaml[] => {
  pool.addDomain('Hosted', { cognitoDomain: { domainPrefix: domainPrefix(setting) } });
  return setting.academy.guichets.flatMap((guichet) => {
    if (guichet.kind !== 'saml') return [];
    return [
      new cognito.UserPoolIdentityProviderSaml(scope, `Saml-${guichet.guichetId}`, {
        userPool: pool,
        name: guichet.guichetId,
        identifiers: [guichet.guichetId],
        metadata: cognito.UserPoolIdentityProviderSamlMetadata.file(samlMetadata(guichet)),
        encryptedResponses: guichet.encrypted,
        requestSigningAlgorithm: cognito.SigningAlgorithm.RSA_SHA256,
        attributeMapping: {
          custom: {
            'custom:ect_id': cognito.ProviderAttribute.other(guichet.matchedBy.includes('refId') ? FR_EDU_CT_ID : 'mail'),
            'custom:ref_id': cognito.ProviderAttribute.other('FrEduCtRefId'),
            'custom:mail': cognito.ProviderAttribute.other('mail'),
            'custom:logout_url': cognito.ProviderAttribute.other(FR_EDU_URL_RETOUR),
          },
        },
      }),
    ];
  });
};
