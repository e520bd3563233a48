const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The values of a Cognito attribute that a SAML provider filled: one as it is, several as `[a,b]` with each value URL-encoded. */
export const claimList = (value: string | undefined): readonly string[] => {
  if (value === undefined || value === '') return [];
  const inner = value.startsWith('[') && value.endsWith(']') ? value.slice(1, -1).split(',') : [value];
  return inner.map((part) => decoded(part.trim())).filter((part) => part !== '');
};
