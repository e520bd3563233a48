interface DefineEvent {
  readonly request: {
    readonly session: readonly { readonly challengeName: string; readonly challengeResult: boolean }[];
    readonly userNotFound?: boolean;
  };
  readonly response: object;
}

const decide = ({ session, userNotFound }: DefineEvent['request']) => {
  const no = { issueTokens: false, failAuthentication: true };
  if (userNotFound === true || session.length > 1) return no;
  const [answer] = session;
  if (answer === undefined) return { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false };
  return answer.challengeName === 'CUSTOM_CHALLENGE' && answer.challengeResult ? { issueTokens: true, failAuthentication: false } : no;
};

/** Cognito asks what comes next: one challenge, one answer, then tokens or nothing. */
export const handler = async <E extends DefineEvent>(event: E): Promise<E> => ({
  ...event,
  response: { ...event.response, ...decide(event.request) },
});
