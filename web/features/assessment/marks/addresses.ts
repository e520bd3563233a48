import { partsOfEvaluationId } from '@preau/shared/assessment/service-id.ts';

/** The grid of a service, for a period or for the present one. */
export const gridAddress = (serviceId: string, period?: string): string =>
  period === undefined ? `/notes/${serviceId}` : `/notes/${serviceId}?periode=${period}`;

export const newEvaluationAddress = (serviceId: string, period: string): string => `/notes/${serviceId}/nouvelle?periode=${period}`;

export const settingsAddress = (serviceId: string): string => `/notes/${serviceId}/reglages`;

/** The same marks for a spreadsheet: the page that gives and takes them, and the file itself. */
export const sheetAddress = (serviceId: string, period: string): string => `/notes/${serviceId}/tableur?periode=${period}`;
export const exportAddress = (serviceId: string, period: string): string => `/notes/${serviceId}/export?periode=${period}`;

export const evaluationAddress = (evaluationId: string): string =>
  `/notes/${partsOfEvaluationId(evaluationId)?.serviceId ?? ''}/${evaluationId}`;
