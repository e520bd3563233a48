import type { StoredUpload } from './schema.ts';

type Upload = Pick<StoredUpload, 'purpose' | 'status'>;

/** A work that was handed in stays: it is a proof. */
export const isKept = ({ purpose, status }: Upload): boolean => purpose === 'hand-in' && status === 'clean';

/** Its bytes are here, its verdict is not: it is left alone until then. */
export const isBeingJudged = ({ status, arrivedAt }: Pick<StoredUpload, 'status' | 'arrivedAt'>): boolean =>
  status === 'waiting' && arrivedAt !== undefined;
