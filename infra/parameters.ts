/** What infra publishes in SSM and the web's deployment reads: the only contract between the two. */
export const parameterKeys = [
  'api-origin',
  'web-origin',
  'academy-label',
  'upload-origins',
  'contact',
  'user-pool-id',
  'user-pool-client-id',
] as const;
export type ParameterKey = (typeof parameterKeys)[number];

export const parameterName = (academy: string, stage: string, key: ParameterKey): string => `/preau/${academy}/${stage}/${key}`;

/** The signing key of our SAML service provider: a SecureString that an operator writes once, so that no template ever holds it. */
export const samlKeyParameterName = (academy: string, stage: string): string => `/preau/${academy}/${stage}/saml-key`;

/** The guichets with their certificates, longer than a function's variables may be. */
export const guichetsParameterName = (academy: string, stage: string): string => `/preau/${academy}/${stage}/guichets`;
