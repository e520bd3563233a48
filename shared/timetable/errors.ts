import type { Catalogue } from '../kernel/refusal.ts';

export const timetableErrors = {
  'timetable.no-own-day': {
    status: 422,
    message: 'Vous n’avez pas d’emploi du temps à vous. Choisissez un enfant ou une classe.',
  },
} as const satisfies Catalogue;
