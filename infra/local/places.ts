/** Stand for origins in templates that are synthesised before any port is known. */
export const WEB_PLACE = 'http://web.preau.localhost';
export const API_PLACE = 'http://api.preau.localhost';
