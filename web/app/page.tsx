import { redirect } from 'next/navigation';
import { readCookie } from '@/lib/cookie-jar.ts';

/** The first page is a crossroads. */
const RootPage = async () => redirect((await readCookie('access')) === undefined ? '/connexion' : '/accueil');

export default RootPage;
