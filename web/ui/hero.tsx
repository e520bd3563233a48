import type { ReactNode } from 'react';

/** The band under which a home begins, its edge drawn like the roof of the covered yard. */
export const Hero = ({ title, lead, children }: { readonly title: string; readonly lead: string; readonly children: ReactNode }) => (
  <>
    <div className="bg-band pb-16 text-on-band sm:pb-20">
      <div className="mx-auto max-w-6xl px-4 pt-6 sm:px-6 sm:pt-9">
        <h1 className="text-3xl sm:text-4xl">{title}</h1>
        <p className="mt-1 text-lg">{lead}</p>
      </div>
    </div>
    <div className="mx-auto -mt-10 flex w-full max-w-6xl flex-col gap-8 px-4 pb-12 sm:-mt-12 sm:px-6">{children}</div>
  </>
);
