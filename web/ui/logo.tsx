/** The covered yard: a roof on two posts, and the hopscotch square beneath. */
export const Logo = ({ className = 'h-9' }: { readonly className?: string }) => (
  <svg aria-hidden="true" focusable="false" viewBox="0 0 40 36" className={className}>
    <path d="M2 14 20 3l18 11" fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
    <path d="M7.500 17v16M32.500 17v16" fill="none" stroke="currentColor" strokeWidth="3.500" strokeLinecap="round" />
    <path d="M15 22.500h10v10H15z" fill="var(--color-chalk)" />
  </svg>
);
