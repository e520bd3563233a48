import { field, listIn, objectIn, textIn, textsIn, type Json } from '../json.ts';
import type { SentMail } from '../outbox/outbox.ts';

const named = (list: readonly unknown[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    list.flatMap((item) => {
      const name = textIn(item, 'Name');
      return name === undefined ? [] : [[name, textIn(item, 'Value') ?? '']];
    }),
  );

const bare = (address: string): string => (/<([^>]+)>/.exec(address)?.[1] ?? address).trim();

const recipients = (input: Json): readonly string[] => {
  const destination = objectIn(input, 'Destination');
  return ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap((kind) => textsIn(destination, kind)).map(bare);
};

type Content = Pick<SentMail, 'subject' | 'text' | 'html' | 'headers'>;

const simple = (content: Json): Content => {
  const body = objectIn(content, 'Body');
  const html = textIn(objectIn(body, 'Html'), 'Data');
  return {
    subject: textIn(objectIn(content, 'Subject'), 'Data') ?? '',
    text: textIn(objectIn(body, 'Text'), 'Data') ?? '',
    ...(html === undefined ? {} : { html }),
    headers: named(listIn(content, 'Headers')),
  };
};

const unfolded = (head: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const colon = line.indexOf(':');
        return colon <= 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const];
      }),
  );

const raw = (data: string): Content => {
  const source = Buffer.from(data, 'base64').toString('utf8');
  const gap = /\r?\n\r?\n/.exec(source);
  const headers = unfolded(gap === null ? source : source.slice(0, gap.index));
  return { subject: headers['Subject'] ?? '', text: gap === null ? '' : source.slice(gap.index + gap[0].length), headers };
};

/** A SendEmail request as the mail that families would read, raw mails with their MIME as written; undefined without content that is played. */
export const readMail = (id: string, at: string, input: Json): SentMail | undefined => {
  const content = objectIn(input, 'Content');
  const configurationSet = textIn(input, 'ConfigurationSetName');
  const data = textIn(objectIn(content, 'Raw'), 'Data');
  if (field(content, 'Simple') === undefined && data === undefined) return undefined;
  const read = data === undefined ? simple(objectIn(content, 'Simple')) : raw(data);
  return {
    id,
    channel: 'email',
    at,
    to: recipients(input),
    from: textIn(input, 'FromEmailAddress') ?? read.headers['From'] ?? '',
    ...read,
    tags: named(listIn(input, 'EmailTags')),
    ...(configurationSet === undefined ? {} : { configurationSet }),
  };
};
