interface CreateEvent {
  readonly response: object;
}

/** Cognito asks for a challenge: its answer is not here but in our table, so that this event can give nothing away. */
export const handler = async <E extends CreateEvent>(event: E): Promise<E> => ({
  ...event,
  response: {
    ...event.response,
    publicChallengeParameters: { type: 'one-time-secret' },
    privateChallengeParameters: { type: 'one-time-secret' },
    challengeMetadata: 'ONE_TIME_SECRET',
  },
});
