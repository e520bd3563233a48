import { findHome, type HomeFound } from '@/features/directory/home/find-home.ts';
import { HomePage, homeTitle } from '@/features/directory/home/home-page.tsx';
import { PlainPage, plainProps } from '@/features/identity/shell/plain-page.tsx';

export const config = { runtime: 'nodejs', unstable_runtimeJS: false };

export const getServerSideProps = plainProps<HomeFound>((sent, ask) => findHome(sent, ask));

const HomeRoute = (found: HomeFound) => (
  <PlainPage title={homeTitle(found)}>
    <HomePage {...found} />
  </PlainPage>
);

export default HomeRoute;
