import type { ImportKind } from '@preau/shared/imports/schema.ts';
import type { FormState } from '@/lib/form-state.ts';

/** The upload page between the announcement of a delivery and its sending. */
export interface UploadState extends FormState {
  readonly upload?: {
    readonly kind: ImportKind;
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly maxBytes: number;
  };
}
