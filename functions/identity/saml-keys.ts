import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod';

/** The key of our service provider, PEM: it signs requests and opens encrypted assertions. */
export const SamlKeyPair = z.strictObject({
  privateKey: z.string().includes('PRIVATE KEY'),
  certificate: z.string().includes('CERTIFICATE'),
});
export type SamlKeyPair = z.infer<typeof SamlKeyPair>;

/** Where the key pair comes from: an encrypted parameter that an operator writes once, and that no template holds. */
export type SamlKeys = () => Promise<SamlKeyPair>;

/** Reads the parameter once per execution environment; a failure is not remembered. */
export const parameterKeys = (parameter: string, client: SSMClient = new SSMClient({ maxAttempts: 3 })): SamlKeys => {
  let known: Promise<SamlKeyPair> | undefined;
  const read = async (): Promise<SamlKeyPair> => {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: parameter, WithDecryption: true }));
    return SamlKeyPair.parse(JSON.parse(Parameter?.Value ?? 'null'));
  };
  return async () => {
    known ??= read();
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
};
