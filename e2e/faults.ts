interface Fault {
  readonly service: 'dynamodb' | 's3' | 'mail';
  readonly operation?: string;
  /** A part of the name of what fails. */
  readonly resource: string;
  readonly kind: 'error' | 'bounce';
}

const change = async (api: string, method: 'POST' | 'DELETE', faults: readonly Fault[]): Promise<void> => {
  const response = await fetch(`${api}/_local/faults`, {
    method,
    ...(method === 'DELETE' ? {} : { body: JSON.stringify({ faults }), headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`The local cloud answered ${response.status}`);
};

/** Lets something of the local cloud fail for as long as somebody does something. */
export const whileFailing = async (api: string, faults: readonly Fault[], what: () => Promise<void>): Promise<void> => {
  await change(api, 'POST', faults);
  try {
    await what();
  } finally {
    await change(api, 'DELETE', []);
  }
};
