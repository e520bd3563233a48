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

/** The JSON of an SSM parameter, decrypted where it is a secret; its client is loaded when first needed, for most requests need none. */
export const readParameter = async (name: string): Promise<unknown> => {
  const { GetParameterCommand, SSMClient } = await import('@aws-sdk/client-ssm');
  const { Parameter } = await new SSMClient({ maxAttempts: 3 }).send(new GetParameterCommand({ Name: name, WithDecryption: true }));
  return JSON.parse(Parameter?.Value ?? 'null');
};
