import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { pageLanguage } from '@/lib/session.ts';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { applicationName: 'Préau', robots: { index: false, follow: false } };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#155055' },
    { media: '(prefers-color-scheme: dark)', color: '#12383c' },
  ],
};

const RootLayout = async ({ children }: { readonly children: ReactNode }) => (
  <html lang={await pageLanguage()}>
    <body className="flex min-h-dvh flex-col">{children}</body>
  </html>
);

export default RootLayout;
