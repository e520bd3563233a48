import type { DatabaseSync } from 'node:sqlite';
import { awsError, jsonAnswer, type Answer, type Question } from '../http-answer.ts';
import { flagIn, numberIn, parseJson, textIn, textsIn, type Json } from '../json.ts';

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly type: string;
}

export interface Parameters {
  readonly find: (name: string) => Parameter | undefined;
  readonly listUnder: (path: string, recursive: boolean) => readonly Parameter[];
  /** Writes a value that a start brings; one that was kept from an earlier run stays when `keep`. */
  readonly put: (parameter: Parameter, keep?: boolean) => void;
}

export const openParameters = (database: DatabaseSync): Parameters => {
  database.exec('CREATE TABLE IF NOT EXISTS parameters (name TEXT PRIMARY KEY, value TEXT NOT NULL, type TEXT NOT NULL)');
  const select = database.prepare('SELECT * FROM parameters WHERE name = ?');
  const under = database.prepare("SELECT * FROM parameters WHERE name LIKE ? || '%' ORDER BY name");
  const insert = database.prepare('INSERT OR IGNORE INTO parameters (name, value, type) VALUES (?, ?, ?)');
  const replace = database.prepare('INSERT OR REPLACE INTO parameters (name, value, type) VALUES (?, ?, ?)');
  const read = (row: Json): Parameter => ({
    name: textIn(row, 'name') ?? '',
    value: textIn(row, 'value') ?? '',
    type: textIn(row, 'type') ?? 'String',
  });
  return {
    find: (name) => {
      const row = select.get(name);
      return row === undefined ? undefined : read(row);
    },
    listUnder: (path, recursive) => {
      const prefix = path.endsWith('/') ? path : `${path}/`;
      return under
        .all(prefix)
        .map(read)
        .filter(({ name }) => recursive || !name.slice(prefix.length).includes('/'));
    },
    put: ({ name, value, type }, keep = false) => {
      (keep ? insert : replace).run(name, value, type);
    },
  };
};

const shown = ({ name, value, type }: Parameter): Json => ({
  Name: name,
  Type: type,
  Value: value,
  Version: 1,
  DataType: 'text',
  ARN: `arn:aws:ssm:eu-west-3:000000000000:parameter${name}`,
});

/** Parameter Store, for the operations that functions and deployments use. */
export const ssmApi =
  (parameters: Parameters) =>
  (question: Question): Answer => {
    const operation = (question.headers['x-amz-target'] ?? '').replace('AmazonSSM.', '');
    const input = parseJson(question.body.toString('utf8'));
    switch (operation) {
      case 'GetParameter': {
        const parameter = parameters.find(textIn(input, 'Name') ?? '');
        return parameter === undefined
          ? awsError(400, 'ParameterNotFound', 'The parameter does not exist')
          : jsonAnswer(200, { Parameter: shown(parameter) });
      }
      case 'GetParameters': {
        const names = textsIn(input, 'Names');
        const found = names.flatMap((name) => parameters.find(name) ?? []);
        return jsonAnswer(200, {
          Parameters: found.map(shown),
          InvalidParameters: names.filter((name) => parameters.find(name) === undefined),
        });
      }
      case 'GetParametersByPath':
        return jsonAnswer(200, {
          Parameters: parameters
            .listUnder(textIn(input, 'Path') ?? '/', flagIn(input, 'Recursive'))
            .slice(0, numberIn(input, 'MaxResults') ?? 100)
            .map(shown),
        });
      case 'PutParameter':
        parameters.put({ name: textIn(input, 'Name') ?? '', value: textIn(input, 'Value') ?? '', type: textIn(input, 'Type') ?? 'String' });
        return jsonAnswer(200, { Version: 1, Tier: 'Standard' });
      default:
        return awsError(400, 'InvalidAction', `The local cloud does not play ${operation}.`);
    }
  };
