import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import { findHome, type HomeFound } from '@/features/directory/home/find-home.ts';
import { HomePage, homeTitle } from '@/features/directory/home/home-page.tsx';
import { askAs } from '@/lib/ask.ts';
import { sentBy } from '@/lib/page-request.ts';
import { tabTitle } from '@/ui/page.tsx';

export const config = { runtime: 'nodejs', unstable_runtimeJS: false };

export const getServerSideProps: GetServerSideProps<{ readonly found: HomeFound }> = async ({ req, res }) => {
  res.setHeader('cache-control', 'private, no-cache, no-store, max-age=0, must-revalidate');
  const sent = sentBy(req);
  const found = await findHome(sent, askAs(sent.cookie('access')));
  return 'leadTo' in found ? { redirect: { destination: found.leadTo, permanent: false } } : { props: { found } };
};

const HomeRoute = ({ found }: { readonly found: HomeFound }) => (
  <>
    <Head>
      <title>{tabTitle(homeTitle(found))}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
    </Head>
    <HomePage {...found} />
  </>
);

export default HomeRoute;
