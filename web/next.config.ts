import path from 'node:path';
import type { NextConfig } from 'next';

const root = path.join(import.meta.dirname, '..');
const host = process.env.WEB_ORIGIN === undefined ? [] : [new URL(process.env.WEB_ORIGIN).host];

const config: NextConfig = {
  poweredByHeader: false,
  // No page is kept by a cache: nobody would compare them.
  generateEtags: false,
  reactStrictMode: true,
  transpilePackages: ['@preau/shared'],
  turbopack: { root },
  outputFileTracingRoot: root,
  images: { unoptimized: true },
  experimental: { serverActions: { allowedOrigins: host } },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        // `no-referrer` would make browsers post `Origin: null`, which server actions refuse.
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
      ],
    },
  ],
};

export default config;
