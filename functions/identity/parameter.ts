import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

/** Remembers what succeeded, for the life of the execution environment; a failure is tried again. */
export const remembered = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let known: Promise<T> | undefined;
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

/** The JSON of an SSM parameter, decrypted where it is a secret. Its client is made when first needed, but imported at once: lazily, a bundle takes all of it, 170 KB. */
export const readParameter = async (name: string): Promise<unknown> => {
  const { Parameter } = await new SSMClient({ maxAttempts: 3 }).send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return JSON.parse(Parameter?.Value ?? 'null');
};
