import { printOf } from '../remarks/fields.ts';

/** A short print of a text as it was shown, so that those left as they were are not sent. */
export const textPrint = (text: string): string => printOf({ text, position: '', average: '' });
