import type { FilePurpose } from './schema.ts';

const MB = 1_000_000;

/** The largest file of each purpose. */
export const MAX_BYTES: Readonly<Record<FilePurpose, number>> = { resource: 50 * MB, 'hand-in': 25 * MB, correction: 25 * MB };

/** What one person may store in a school year: pupils hand in photos, staff keep lessons. */
export const QUOTA_BYTES = { staff: 10_000 * MB, other: 2_000 * MB } as const;

/** Uploads prepared by one person that have not arrived yet. */
export const MOST_WAITING = 20;

/** Long enough to take a photo on a slow phone; asked again, the same upload is signed anew. */
export const FORM_SECONDS = 900;

/** An upload that has not arrived within a day is given up. */
export const WAITING_SECONDS = 86_400;

export const DOWNLOAD_SECONDS = 60;

/** Files serve until the end of the school year after theirs, as their bucket keeps them. */
export const KEPT_SECONDS = 730 * 86_400;
