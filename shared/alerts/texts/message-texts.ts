import type { MessageKind } from '../schema.ts';

/** A lesson as a message may name it: a date and an hour, never a subject, a teacher or a reason. */
export interface Moment {
  readonly firstName: string;
  /** In words, in the message's language. */
  readonly date: string;
  readonly time: string;
}

/** Everything a family may receive in one language: a file per language, and a missing text does not compile. */
export interface MessageTexts {
  /** As `Intl` names it. */
  readonly locale: string;
  readonly timeOf: (hour: number, minute: string) => string;
  /** First name and kind of event at most: a locked screen shows it. */
  readonly subject: Readonly<Record<MessageKind, (firstName: string) => string>>;
  readonly body: Readonly<Record<MessageKind, (moment: Moment) => string>>;
  /** Says where to read more: behind a login. */
  readonly more: string;
  readonly button: string;
  readonly mistake: string;
  readonly noReply: string;
  readonly smsMore: (link: string) => string;
}
