import { tableVariable } from '@preau/shared/kernel/table.ts';

/** A required variable of this function, or a start-up failure that names it. This file alone reads the environment. */
export const variable = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is missing`);
  return value;
};

export const optionalVariable = (name: string): string | undefined => process.env[name] || undefined;

/** The physical name of a domain's table. */
export const tableName = (domain: string): string => variable(tableVariable(domain));
