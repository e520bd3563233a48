const refuse = (): never => {
  throw new Error('This bundle carries no event streams');
};

/**
 * Stands in bundles for `@smithy/core/event-streams`, which no operation of ours uses. The SDK imports it lazily; in a single file, esbuild then
 * wraps half of the SDK in functions and can drop nothing of it: 20 KB and a tenth of each cold start.
 */
export const eventStreamSerdeProvider = refuse;

export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

export class EventStreamSerde {
  constructor() {
    refuse();
  }
}
