interface Place {
  /** Absent: the pupil himself. */
  readonly pupilId?: string | undefined;
  readonly period?: string | undefined;
}

const withWords = (path: string, words: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([name, value]) => [name, value])).toString()}`;
};

export const resultsAddress = ({ pupilId, period }: Place): string => withWords('/resultats', { enfant: pupilId, periode: period });

/** Of one subject, or of the general average. */
export const explainAddress = ({ pupilId, period }: Place, serviceId?: string): string =>
  withWords('/resultats/expliquer', { enfant: pupilId, periode: period, matiere: serviceId });

export const simulationAddress = ({ pupilId }: Place): string => withWords('/resultats/simulation', { enfant: pupilId });
