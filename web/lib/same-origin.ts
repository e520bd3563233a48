interface Provenance {
  readonly method: string;
  readonly origin: string | null;
  readonly fetchSite: string | null;
  /** The address that browsers see. */
  readonly webOrigin: string;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A form is accepted from our own pages only: a foreign, opaque or untold origin is refused. */
export const isOurOwnForm = ({ method, origin, fetchSite, webOrigin }: Provenance): boolean => {
  if (READS.has(method)) return true;
  if (origin !== null) return origin === webOrigin;
  return fetchSite === 'same-origin';
};
