import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { KNOWN_ATTRIBUTES, type AafType } from './aaf-names.ts';
import { decodeXml } from './decode.ts';
import type { OnFault } from './faults.ts';
import { htmlEntities, unescapeAgain } from './html-entities.ts';

/** One record of a feed: its attributes with their values, empty ones kept. */
export interface AafRecord {
  readonly operation: 'add' | 'modify' | 'delete';
  readonly type: AafType;
  readonly key: string;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

export interface AafFile {
  readonly name: string;
  readonly type: AafType;
  readonly bytes: AsyncIterable<Buffer>;
}

interface Handlers {
  readonly onRecord: (record: AafRecord) => void;
  readonly onComment: (text: string) => void;
  readonly onFault: OnFault;
  /** Awaited now and then, between two pieces of the file. */
  readonly onPart: () => Promise<void>;
}

const OPERATIONS: Readonly<Record<string, AafRecord['operation']>> = {
  addRequest: 'add',
  modifyRequest: 'modify',
  deleteRequest: 'delete',
};
const CATEGORIES: Readonly<Record<string, AafType>> = {
  eleve: 'Eleve',
  persreleleve: 'PersRelEleve',
  perseducnat: 'PersEducNat',
  etabeducnat: 'EtabEducNat',
  mateducnat: 'MatiereEducNat',
  matiereeducnat: 'MatiereEducNat',
  mefeducnat: 'MefEducNat',
};
const MAX_VALUE = 4000;
const MAX_VALUES = 5000;

/** A saxes handler set that turns one file's events into records; state is the record being read. */
const recordBuilder = (file: AafFile, { onRecord, onFault }: Handlers) => {
  const faults = { file: file.name };
  let operation: AafRecord['operation'] | undefined;
  let category = '';
  let key = '';
  let inOperational = false;
  let attribute = '';
  let text = '';
  let reading: 'value' | 'id' | undefined;
  let tooLong = false;
  let attributes = new Map<string, string[]>();

  const start = (as: AafRecord['operation']): void => {
    operation = as;
    [category, key, attribute, tooLong, attributes] = ['', '', '', false, new Map<string, string[]>()];
  };

  const clean = (raw: string): string =>
    unescapeAgain(raw, (name) => onFault({ ...faults, record: key, code: 'entity-unknown', details: { name } })).trim();

  const addValue = (value: string): void => {
    if (inOperational) {
      category = value;
      return;
    }
    const values = attributes.get(attribute);
    if (values === undefined) attributes.set(attribute, [value]);
    else if (values.length < MAX_VALUES) values.push(value);
    else tooLong = true;
  };

  const finish = (): void => {
    const done = operation;
    operation = undefined;
    if (done === undefined) return;
    const type = CATEGORIES[category.toLowerCase()];
    if (type === undefined || type !== file.type)
      return onFault({ ...faults, code: 'category-unknown', details: { name: category || 'sans nom' } });
    if (key === '') return onFault({ ...faults, code: 'record-without-key' });
    if (tooLong) return onFault({ ...faults, record: key, code: 'record-too-long' });
    for (const name of attributes.keys()) {
      if (!KNOWN_ATTRIBUTES[type].has(name)) onFault({ ...faults, code: 'attribute-unknown', details: { name: name.slice(0, 60) } });
    }
    onRecord({ operation: done, type, key, attributes });
  };

  return {
    open: (tag: SaxesTagPlain): void => {
      const as = OPERATIONS[tag.name];
      if (as !== undefined) start(as);
      else if (tag.name === 'operationalAttributes') inOperational = true;
      else if (tag.name === 'attr' || tag.name === 'modification') attribute = tag.attributes['name'] ?? '';
      else if (tag.name === 'value' || tag.name === 'id') [reading, text] = [tag.name, ''];
    },
    text: (part: string): void => {
      if (reading === undefined) return;
      if (text.length + part.length > MAX_VALUE) tooLong = true;
      else text += part;
    },
    close: (name: string): void => {
      if (name === 'value' && reading === 'value') addValue(clean(text));
      else if (name === 'id' && reading === 'id') key = clean(text);
      else if (name === 'operationalAttributes') inOperational = false;
      else if (OPERATIONS[name] !== undefined) finish();
      if (name === 'value' || name === 'id') reading = undefined;
    },
  };
};

/** Reads one file of a feed as a stream, never its DTD; true when the file was read to its end. */
export const readAafFile = async (file: AafFile, handlers: Handlers): Promise<boolean> => {
  const parser = new SaxesParser();
  Object.assign(parser.ENTITIES, htmlEntities);
  const builder = recordBuilder(file, handlers);
  let broken = false;
  const breaks = (): void => {
    if (!broken) handlers.onFault({ file: file.name, code: 'xml-broken', details: { line: String(parser.line) } });
    broken = true;
  };
  parser.on('opentag', builder.open);
  parser.on('text', builder.text);
  parser.on('cdata', builder.text);
  parser.on('closetag', (tag) => builder.close(tag.name));
  parser.on('comment', handlers.onComment);
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/.test(doctype)) handlers.onFault({ file: file.name, code: 'entity-declared' });
  });
  // An unknown entity is text for saxes, and for us a name to remove; anything else means that the rest cannot be trusted.
  parser.on('error', (error) => {
    if (!/undefined entity|disallowed character in entity|malformed character entity|disallowed character\.$/i.test(error.message))
      breaks();
  });
  const text = decodeXml(file.bytes, (fault) => {
    if (fault.code === 'xml-broken') return breaks();
    broken ||= fault.code === 'encoding-unsupported';
    const { code, ...details } = fault;
    return handlers.onFault({ file: file.name, code, details });
  });
  for await (const part of text) {
    parser.write(part);
    if (broken) return false;
    await handlers.onPart();
  }
  if (!broken) parser.close();
  return !broken;
};
