import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import type { ParsedUrlQuery } from 'node:querystring';
import Head from 'next/head';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { askAs, type Ask } from '@/lib/ask.ts';
import { config, isDevelopment } from '@/lib/config.ts';
import { contentSecurityPolicy } from '@/lib/csp.ts';
import { sentBy } from '@/lib/page-request.ts';
import type { Sent } from '@/lib/sent.ts';
import { tabTitle } from '@/ui/page.tsx';

type Request = GetServerSidePropsContext['req'];

const LONGEST_FORM = 8000;

/** The fields of a form that the page sends to itself; none when it is only opened. */
const postedIn = async (req: Request): Promise<Readonly<Record<string, string>>> => {
  if (req.method !== 'POST') return {};
  let text = '';
  for await (const piece of req.setEncoding('utf8')) {
    text += String(piece);
    if (text.length > LONGEST_FORM) return {};
  }
  return Object.fromEntries(new URLSearchParams(text));
};

/** What a page without scripts shows, read afresh at each request and kept by nobody; or where its visitor is led. */
export const plainProps =
  <Props extends object>(
    find: (
      sent: Sent,
      ask: Ask,
      query: ParsedUrlQuery,
      posted: Readonly<Record<string, string>>,
    ) => Promise<Props | { readonly leadTo: string }>,
  ): GetServerSideProps<Props> =>
  async ({ req, res, query }) => {
    res.setHeader('cache-control', 'private, no-cache, no-store, max-age=0, must-revalidate');
    res.setHeader(
      'content-security-policy',
      contentSecurityPolicy({ uploadOrigins: config().UPLOAD_ORIGINS, development: isDevelopment() }),
    );
    const sent = sentBy(req);
    const found = await find(sent, askAs(sent.cookie('access')), query, await postedIn(req));
    return 'leadTo' in found ? { redirect: { destination: found.leadTo, permanent: false } } : { props: found };
  };

/** The head of a page without scripts, and its body: no browser takes it over, so that one text is enough, for half of what React's stream costs. */
export const PlainPage = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <Head>
      <title>{tabTitle(title)}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
    </Head>
    <div className="contents" dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(children) }} />
  </>
);
