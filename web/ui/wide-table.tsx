import type { ReactNode } from 'react';

/** A table that may be wider than the screen: it scrolls by itself, with the keyboard too. */
export const WideTable = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse scrolls it from the keyboard
  <section aria-label={`Tableau : ${label}`} tabIndex={0} className="card overflow-x-auto">
    {children}
  </section>
);
