import type { ReactNode } from 'react';

interface AnchorProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean | 'page';
  readonly lang?: string;
  readonly rel?: string;
}

/** A plain link: Next's own prefetches pages that the academy would pay for. */
export const Anchor = ({ href, children, className, current, lang, rel }: AnchorProps) => (
  <a
    href={href}
    {...(className === undefined ? {} : { className })}
    {...(current === undefined || current === false ? {} : { 'aria-current': current === true ? ('true' as const) : current })}
    {...(lang === undefined ? {} : { lang, hrefLang: lang })}
    {...(rel === undefined ? {} : { rel })}
  >
    {children}
  </a>
);
