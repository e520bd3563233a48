/** A file as a form of ours shows it joined. */
export interface JoinedFile {
  readonly fileId: string;
  readonly name: string;
  readonly status: 'waiting' | 'clean' | 'refused';
  readonly explanation?: string;
}

export interface PreparedFile {
  readonly fileId: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };
