/** An object with its bytes, and the name of its very version where the bucket keeps versions. */
export interface ReadObject {
  readonly bytes: Uint8Array;
  readonly version?: string;
}

/** Reads and writes whole objects of a bucket, for functions that judge files. */
export interface ObjectStore {
  /** Undefined when nothing is there; `too-large` without reading it when it is bigger. */
  readonly read: (key: string, maxBytes: number) => Promise<ReadObject | 'too-large' | undefined>;
  readonly write: (key: string, bytes: Uint8Array, mediaType: string) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** What others, such as the provider's antivirus, have written on one version of an object. */
  readonly readTags: (key: string, version: string | undefined) => Promise<ReadonlyMap<string, string>>;
}
