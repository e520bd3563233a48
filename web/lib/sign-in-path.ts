/** Where whoever is not signed in is led: the page says that the session has ended. */
export const SIGN_IN = '/connexion?motif=session';
