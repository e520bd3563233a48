/** Where a browser posts: nothing is ever served from there, and the bucket empties it after a day. */
export const quarantineKey = (storageKey: string): string => `quarantine/${storageKey}`;

/** Where the very bytes that were judged are kept: no signed form leads there. */
export const keptKey = (storageKey: string): string => `kept/${storageKey}`;

/** Archives made for one download: emptied with the quarantine. */
export const archiveKey = (random: string): string => `quarantine/archives/${random}`;
