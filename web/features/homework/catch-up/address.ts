/** The page of what a pupil missed, around one date of his absence when it is given. */
export const catchUpAddress = (pupilId: string, date?: string): string =>
  `/rattrapage?${new URLSearchParams({ enfant: pupilId, ...(date === undefined ? {} : { jour: date }) }).toString()}`;
