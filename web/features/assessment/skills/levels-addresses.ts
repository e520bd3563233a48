/** The page of a service's levels, on one skill. */
export const levelsAddress = (serviceId: string, skillId?: string, more = ''): string =>
  `/competences/services/${serviceId}${skillId === undefined ? '' : `?competence=${skillId}${more}`}`;
