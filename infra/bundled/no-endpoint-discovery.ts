/** Stands in bundles for `@aws-sdk/middleware-endpoint-discovery`, which DynamoDB never enables by itself: 9 KB with its cache. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
};

export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;
