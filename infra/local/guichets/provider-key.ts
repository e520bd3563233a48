import { keptKey } from './kept-key.ts';

/** The value of the service provider's key parameter on a laptop, as `SAML_KEY_PARAMETER` names it. */
export const providerKeyParameter = (dataDir?: string): string => JSON.stringify(keptKey('service-provider', dataDir));
