import type * as z from 'zod';
import type { Catalogue } from './refusal.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface OperationInput {
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
}

/** The contract of one operation: routes, client, OpenAPI, fuzzing and the authorisation matrix are all derived from it. */
export interface Operation<
  Id extends string = string,
  In extends OperationInput = OperationInput,
  Out extends z.ZodType = z.ZodType,
  Codes extends string = string,
  Access extends 'session' | 'public' = 'session' | 'public',
> {
  readonly id: Id;
  readonly method: Method;
  /** As API Gateway writes it: `/lessons/{lessonId}/register`. */
  readonly path: string;
  /** One French line. */
  readonly summary: string;
  /** `session`: a signed-in person; `public`: anybody, before signing in. */
  readonly access: Access;
  readonly input: In;
  /** `form` bodies are urlencoded, for what browsers and SAML providers post by themselves. */
  readonly bodyFormat?: 'json' | 'form';
  readonly output: Out;
  /** `redirect` answers 303 to `output.location`, `xml` answers `output.xml`. */
  readonly answers?: 'json' | 'redirect' | 'xml';
  readonly errors: Catalogue;
  readonly refusals: readonly Codes[];
}

export type AnyOperation = Operation<string, OperationInput, z.ZodType, string>;

type Part<S> = S extends z.ZodType ? z.output<S> : Record<string, never>;
type PartIn<S> = S extends z.ZodType ? z.input<S> : Record<string, never>;

export interface InputOf<O extends AnyOperation> {
  readonly path: Part<O['input']['path']>;
  readonly query: Part<O['input']['query']>;
  readonly body: Part<O['input']['body']>;
}

/** What a caller writes, before defaults and coercions. */
export type RequestOf<O extends AnyOperation> = {
  readonly [K in keyof O['input']]: PartIn<O['input'][K]>;
};

export type OutputOf<O extends AnyOperation> = z.output<O['output']>;
export type CodesOf<O extends AnyOperation> = O['refusals'][number];

/** Declares an operation of the contract; a refusal that its domain's catalogue does not list does not compile. */
export const operation = <
  const Id extends string,
  const In extends OperationInput,
  Out extends z.ZodType,
  const Errors extends Catalogue,
  const Codes extends Extract<keyof Errors, string>,
  const Access extends 'session' | 'public',
>(
  spec: Omit<Operation<Id, In, Out, Codes, Access>, 'errors' | 'refusals'> & {
    readonly errors: Errors;
    readonly refusals: readonly Codes[];
  },
): Operation<Id, In, Out, Codes, Access> => spec;

/** The domain of an operation is the first word of its id. */
export const domainOf = (id: string): string => id.slice(0, id.indexOf('.'));
