/** Someone whom a fake guichet signs in when his name is chosen; invented, like the whole demonstration academy. */
export interface Persona {
  /** Stable and url-safe: `parent-deux-academies`. */
  readonly personaId: string;
  /** Which fake guichet lists him. */
  readonly guichet: 'educonnect' | 'agents' | 'agricole';
  /** "Camille Martin". */
  readonly label: string;
  /** "Mère de Léa (4e B) et de Tom (2de 3)". */
  readonly role: string;
  /** What the case shows: "deux enfants dans deux établissements". */
  readonly note: string;
  readonly firstName: string;
  readonly lastName: string;
  /** ÉduConnect and agriculture: the FrEduCtRefId values, `{AAF}12|2D|4100253`. */
  readonly refIds: readonly string[];
  /** Agents and agriculture: the professional mail. */
  readonly mail?: string;
  /** ÉduConnect: `resp2d`, `eleve2d`. */
  readonly affiliations: readonly string[];
  /** Agents: the schools of service. */
  readonly uais: readonly string[];
}
