/** What a user may be refused: an HTTP status and a French sentence that says what to do next. */
export interface RefusalSpec {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  readonly message: string;
}

export type Catalogue = Readonly<Record<string, RefusalSpec>>;

/** Details are shown to the caller: never put in them what the caller may not read. */
export interface Refusal<C extends string = string> {
  readonly refused: C;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A rule says no by returning this value; it never throws. */
export const refuse = <C extends string>(code: C, details?: Readonly<Record<string, unknown>>): Refusal<C> =>
  details === undefined ? { refused: code } : { refused: code, details };

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string';

/** Refusals that any operation may answer, whatever its domain. */
export const kernelErrors = {
  'kernel.not-found': { status: 404, message: 'Cette page n’existe pas ou ne vous est pas ouverte. Revenez à l’accueil.' },
  'kernel.invalid-input': {
    status: 400,
    message: 'La demande est incomplète ou mal écrite. Corrigez les champs indiqués, puis recommencez.',
  },
  'kernel.signed-out': { status: 401, message: 'Votre session est terminée. Reconnectez-vous pour continuer.' },
  'kernel.unsupported-media': { status: 415, message: 'Le format envoyé n’est pas accepté. Envoyez du JSON.' },
  'kernel.busy': { status: 503, message: 'Le service est très demandé. Attendez une minute, puis recommencez : rien n’est perdu.' },
} as const satisfies Catalogue;
