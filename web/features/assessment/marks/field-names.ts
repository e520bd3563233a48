/** One field for each service or pupil. */
export const coefficientField = (id: string): string => `coef-${id}`;
export const markField = (pupilId: string): string => `note-${pupilId}`;
export const commentField = (pupilId: string): string => `mot-${pupilId}`;
export const levelField = (pupilId: string, skillId: string): string => `niveau-${skillId}-${pupilId}`;
/** What the page showed, so that only what was changed is sent. */
export const markShownField = (pupilId: string): string => `avant-${pupilId}`;
export const levelShownField = (pupilId: string, skillId: string): string => `niveauavant-${skillId}-${pupilId}`;
export const commentShownField = (pupilId: string): string => `motavant-${pupilId}`;
