import type { ReactNode } from 'react';

interface PageProps {
  readonly title: string;
  /** The tab's title when it must say more than the heading. */
  readonly tab?: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The title of a tab: the page's own name, then the product's. */
export const tabTitle = (title: string): string => `${title} · Préau`;

export const Tab = ({ title, faulty = false }: { readonly title: string; readonly faulty?: boolean }) => (
  <title>{tabTitle(`${faulty ? 'Erreur : ' : ''}${title}`)}</title>
);

/** One page: its title, its only h1, and its content; pages with a form give the tab's title themselves. */
export const Page = ({ title, lead, wide = false, children }: Omit<PageProps, 'tab'>) => (
  <div className={`mx-auto w-full px-4 pt-6 pb-10 sm:px-6 sm:pt-9 ${wide ? 'max-w-6xl' : 'max-w-3xl'}`}>
    <h1 className="text-3xl sm:text-4xl">{title}</h1>
    {lead === undefined ? null : <div className="mt-2 max-w-2xl text-lg text-soft">{lead}</div>}
    <div className="mt-6 flex flex-col gap-6">{children}</div>
  </div>
);
