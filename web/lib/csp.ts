interface PagePolicy {
  /** Of the page's own scripts; absent in the light mode, and from pages that carry none. */
  readonly nonce?: string;
  readonly uploadOrigins: readonly string[];
  readonly development: boolean;
}

const scripts = ({ nonce, development }: PagePolicy): string => {
  if (nonce === undefined) return "script-src 'none'";
  return `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`;
};

/** What a page may load: where none are wanted scripts are refused before they are downloaded, and forms still post. */
export const contentSecurityPolicy = (policy: PagePolicy): string =>
  [
    "default-src 'self'",
    scripts(policy),
    policy.development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "object-src 'none'",
    ["connect-src 'self'", ...(policy.development ? ['ws:'] : []), ...policy.uploadOrigins].join(' '),
    ["form-action 'self'", ...policy.uploadOrigins].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
