interface UploadRequest {
  readonly key: string;
  readonly maxBytes: number;
  readonly mediaType?: string;
  /** Where a browser without JavaScript goes once the file has arrived. */
  readonly redirectTo?: string;
  readonly expiresInSeconds: number;
}

interface SignedForm {
  readonly url: string;
  readonly fields: Record<string, string>;
}

export interface StoredFile {
  readonly bytes: number;
  /** The first bytes, enough to tell the type. */
  readonly head: Uint8Array;
}

interface DownloadRequest {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly expiresInSeconds: number;
}

/** Where files are kept: browsers send and fetch them directly, by requests that we sign. */
export interface FileStore {
  readonly signUpload: (request: UploadRequest) => Promise<SignedForm>;
  /** Undefined when nothing has arrived under that key. */
  readonly inspect: (key: string) => Promise<StoredFile | undefined>;
  readonly signDownload: (request: DownloadRequest) => Promise<string>;
}
