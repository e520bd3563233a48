import * as z from 'zod';

const origins = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/u).filter((origin) => origin !== ''))
  .pipe(z.array(z.url().or(z.string().regex(/^https:\/\/\*\.[a-z0-9.-]+$/u))));

/** The environment of the front: two addresses, never a data credential. */
export const Config = z.object({
  /** Where the academy's API answers. */
  API_ORIGIN: z.url().default('http://localhost:4000'),
  /** The address that browsers see. */
  WEB_ORIGIN: z.url().default('http://localhost:3000'),
  /** The API as browsers reach it, when it differs from the server's way. */
  API_PUBLIC_ORIGIN: z.url().optional(),
  /** Buckets that forms may post files to. */
  UPLOAD_ORIGINS: origins,
  ACADEMY_LABEL: z.string().default('Académie de démonstration'),
  ACCESSIBILITY_CONTACT: z.string().default('accessibilite@preau.example'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
});
export type Config = z.infer<typeof Config>;

let read: Config | undefined;

/** Read when first asked for and not at the build: the same build serves every academy. */
export const config = (): Config => (read ??= Config.parse(process.env));

export const isDevelopment = (): boolean => config().NODE_ENV === 'development';

export const isSecure = (webOrigin: string): boolean => webOrigin.startsWith('https://');
