import '../app/globals.css';
import type { AppProps } from 'next/app';

const Pages = ({ Component, pageProps }: AppProps) => <Component {...pageProps} />;

export default Pages;
