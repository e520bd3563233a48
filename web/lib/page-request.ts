import type { GetServerSidePropsContext } from 'next';
import { config, isSecure } from './config.ts';
import { cookieName } from './cookies.ts';
import type { Sent } from './sent.ts';

/** What the request of a page without scripts says of its user. */
export const sentBy = ({ cookies, headers }: GetServerSidePropsContext['req']): Sent => {
  const secure = isSecure(config().WEB_ORIGIN);
  const saveData = headers['save-data'];
  return { cookie: (role) => cookies[cookieName(role, secure)], saveData: typeof saveData === 'string' ? saveData : undefined };
};
