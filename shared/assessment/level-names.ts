/** Levels that a teacher gives; 0 shows nothing yet and counts for nothing. */
export const LEVEL_NAMES = [
  'Non évalué',
  'Maîtrise insuffisante',
  'Maîtrise fragile',
  'Maîtrise satisfaisante',
  'Très bonne maîtrise',
] as const;
