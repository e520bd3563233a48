import { SessionView } from '@preau/shared/identity/schema.ts';

const MAX_BYTES = 3000;

/**
 * Who is signed in, as the shell displays it, kept beside the session so that a page costs one API call and not two.
 * It opens nothing: the API reads the person afresh at each call.
 */
export const sealVisit = (person: SessionView): string | undefined => {
  const text = Buffer.from(JSON.stringify(person)).toString('base64url');
  return text.length > MAX_BYTES ? undefined : text;
};

export const readVisit = (cookie: string | undefined): SessionView | undefined => {
  if (cookie === undefined || cookie === '') return undefined;
  try {
    const parsed = SessionView.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};
