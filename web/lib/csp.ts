export interface PagePolicy {
  /** In the light mode, and for pages that carry none. */
  readonly scriptless: boolean;
  readonly nonce: string;
  readonly uploadOrigins: readonly string[];
  readonly development: boolean;
}

const scripts = ({ scriptless, nonce, development }: PagePolicy): string => {
  if (scriptless) return "script-src 'none'";
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
