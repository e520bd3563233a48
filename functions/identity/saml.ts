import { apiHandler } from '../runtime/api.ts';
import { variable } from '../runtime/environment.ts';
import { realSignInServices } from './environment.ts';
import { samlBroker, serviceProvider } from './saml-broker.ts';
import { parameterKeys } from './saml-keys.ts';
import { samlOperations } from './saml-operations.ts';

const services = realSignInServices();
const provider = serviceProvider(variable('API_ORIGIN'));
const keys = parameterKeys(variable('SAML_KEY_PARAMETER'));

export const handler = apiHandler(samlOperations, {
  ...services,
  provider,
  keys,
  broker: samlBroker({ provider, keys, now: services.now }),
});
