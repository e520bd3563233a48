const MEGA = 1_000_000;

const format = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** « 48,3 Mo », « 12 ko ». */
export const sizeWords = (bytes: number): string => {
  if (bytes >= 1000 * MEGA) return `${format.format(bytes / (1000 * MEGA))} Go`;
  return bytes >= MEGA ? `${format.format(bytes / MEGA)} Mo` : `${format.format(Math.ceil(bytes / 1000))} ko`;
};
