import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

type Edit = (source: string) => string;

const PER_SCHEMA = /^ *inst\._zod\.processJSONSchema = .*;$/gm;
const PER_TYPE = 'import { createStandardJSONSchemaMethod, createToJSONSchemaMethod } from "../core/to-json-schema.js";';
const NO_JSON_SCHEMA = 'const createStandardJSONSchemaMethod = () => undefined, createToJSONSchemaMethod = createStandardJSONSchemaMethod;';

/**
 * Each schema of zod carries its way into JSON Schema, 18 KB of every bundle, where only the published contract needs it: by `z.toJSONSchema`,
 * which then falls back to its own table of types.
 */
export const withoutJsonSchema: Edit = (source) => {
  const lean = source.replace(PER_TYPE, NO_JSON_SCHEMA).replaceAll(PER_SCHEMA, '');
  if (!lean.includes(NO_JSON_SCHEMA) || lean.includes('processJSONSchema'))
    throw new Error('zod is no longer written as the bundler expects');
  return lean;
};

const NEVER = 'catchall: never(),';

/** Each strict object makes a schema of its own for « nothing else »: one serves all, a sixth of the schemas of a bundle. */
export const withOneNever: Edit = (source) => {
  if (!source.includes(NEVER)) throw new Error('zod is no longer written as the bundler expects');
  return `${source.replaceAll(NEVER, 'catchall: (theOneNever ??= never()),')}\nvar theOneNever;\n`;
};

const MODELLED_ERROR = /^n0_registry\.registerError\(.*\);$/gm;

/**
 * An AWS client knows a class for each error of its service: 70 of the 78 KB of Systems Manager's. Unknown to it, an error is its service's
 * exception with the same name, message and status, which is all that we read. Not so with SNS, SQS, SES and S3, whose wire names differ.
 */
export const withoutModelledErrors: Edit = (source) => {
  const lean = source.replaceAll(MODELLED_ERROR, '');
  if (lean === source) throw new Error('The AWS clients are no longer written as the bundler expects');
  return lean;
};

const DOCUMENT_CLIENT = /^export function documentClientBackedInterface\(/m;

/** The entity library falls back on the SDK's document client when it is given no database: we always give it ours, 15 KB lighter. */
export const withoutDocumentClient: Edit = (source) => {
  if (!DOCUMENT_CLIENT.test(source)) throw new Error('The entity library is no longer written as the bundler expects');
  return "export const documentClientBackedInterface = () => { throw new Error('This bundle carries no document client'); };";
};

const edited = (name: string, filter: RegExp, edit: Edit): Plugin => ({
  name,
  setup: (build) => build.onLoad({ filter }, async ({ path }) => ({ contents: edit(await readFile(path, 'utf8')), loader: 'js' })),
});

export const leanDependencies: readonly Plugin[] = [
  edited('lean-schemas', /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/, (source) => withOneNever(withoutJsonSchema(source))),
  edited('without-document-client', /[\\/]dynamodb-entity-store[\\/]dist[\\/]dynamoDBInterface\.js$/, withoutDocumentClient),
  edited(
    'without-modelled-errors',
    /[\\/]client-(?:dynamodb|ssm|cognito-identity-provider)[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/,
    withoutModelledErrors,
  ),
];
