/** Academies by the number that ÉduConnect and AAF give them; 98 is agricultural education. */
export const academies: Readonly<Record<number, string>> = {
  0: 'ETRANGER',
  1: 'PARIS',
  2: 'AIX-MARSEILLE',
  3: 'BESANCON',
  4: 'BORDEAUX',
  5: 'CAEN',
  6: 'CLERMONT-FERRAND',
  7: 'DIJON',
  8: 'GRENOBLE',
  9: 'LILLE',
  10: 'LYON',
  11: 'MONTPELLIER',
  12: 'NANCY-METZ',
  13: 'POITIERS',
  14: 'RENNES',
  15: 'STRASBOURG',
  16: 'TOULOUSE',
  17: 'NANTES',
  18: 'ORLEANS-TOURS',
  19: 'REIMS',
  20: 'AMIENS',
  21: 'ROUEN',
  22: 'LIMOGES',
  23: 'NICE',
  24: 'CRETEIL',
  25: 'VERSAILLES',
  26: 'ANTILLES-GUYANE',
  27: 'CORSE',
  28: 'LA_REUNION',
  31: 'MARTINIQUE',
  32: 'GUADELOUPE',
  33: 'GUYANE',
  40: 'NOUVELLE_CALEDONIE',
  41: 'POLYNESIE',
  42: 'WALLIS_ET_FUTUNA',
  43: 'MAYOTTE',
  44: 'ST_PIERRE_ET_MIQUELON',
  70: 'NORMANDIE',
  98: 'AGRICOLE',
};

/** The academy's name as join keys write it, however its number is padded (`1`, `01`, `001`); undefined for a number that is not an academy's. */
export const academyName = (number: string): string | undefined => (/^\d{1,3}$/.test(number) ? academies[Number(number)] : undefined);

/** A person's key through all imports and sign-ins: unique only with the academy's name in front. */
export const joinKeyOf = (academy: string, jointure: string): string => `${academy}-${jointure}`;
