import type { ReactNode } from 'react';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export const Section = ({ id, title, aside, children }: SectionProps) => (
  <section aria-labelledby={id} className="flex flex-col gap-3">
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <h2 id={id} className="text-xl sm:text-2xl">
        {title}
      </h2>
      {aside}
    </div>
    {children}
  </section>
);

export const Card = ({ children, className = 'p-4 sm:p-5' }: { readonly children: ReactNode; readonly className?: string }) => (
  <div className={`card ${className}`}>{children}</div>
);

/** Nothing to show is said in words, never by an empty page. */
export const Empty = ({ children }: { readonly children: ReactNode }) => (
  <p className="rounded-card border-2 border-dashed border-line px-4 py-5 text-soft">{children}</p>
);
