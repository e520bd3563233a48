import { Head, Html, Main, NextScript, type DocumentProps } from 'next/document';
import { shownLanguage } from '@/features/identity/shell/shown-language.ts';

/** The pages without scripts: what `app/layout.tsx` is to the others. */
const PlainDocument = ({ __NEXT_DATA__ }: DocumentProps) => (
  <Html lang={shownLanguage(__NEXT_DATA__.props)}>
    <Head>
      <meta name="theme-color" content="#155055" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#12383c" media="(prefers-color-scheme: dark)" />
      <meta name="application-name" content="Préau" />
      <meta name="robots" content="noindex, nofollow" />
      <link rel="icon" href="/icon.svg" sizes="any" type="image/svg+xml" />
    </Head>
    <body className="flex min-h-dvh flex-col">
      <Main />
      <NextScript />
    </body>
  </Html>
);

export default PlainDocument;
