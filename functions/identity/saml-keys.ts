import * as z from 'zod';
import { readParameter, remembered } from './parameter.ts';

/** The key of our service provider, PEM: it signs requests and opens encrypted assertions. */
export const SamlKeyPair = z.strictObject({
  privateKey: z.string().includes('PRIVATE KEY'),
  certificate: z.string().includes('CERTIFICATE'),
});
export type SamlKeyPair = z.infer<typeof SamlKeyPair>;

/** Where the key pair comes from: an encrypted parameter that an operator writes once, and that no template holds. */
export type SamlKeys = () => Promise<SamlKeyPair>;

export const parameterKeys = (name: string, read: typeof readParameter = readParameter): SamlKeys =>
  remembered(async () => SamlKeyPair.parse(await read(name)));
