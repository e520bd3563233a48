'use client';
import { createContext, type ReactNode } from 'react';
import { Tab } from './page.tsx';

/** The title of a page that holds several forms, for the one that comes back refused. */
export const SharedTab = createContext<string | undefined>(undefined);

/** The tab of a page with several forms. Its own title is written last: browsers read the first, which a refused form gives. */
export const FormsTab = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <SharedTab value={title}>
    {children}
    <Tab title={title} />
  </SharedTab>
);
