import type { Actor } from '@preau/shared/directory/schema.ts';
import type { AnyOperation, CodesOf, InputOf, OutputOf } from '@preau/shared/kernel/operation.ts';
import type { Refusal } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';

/** Everything with a side effect reaches an operation through its services. */
export interface BaseServices {
  /** The present, as a UTC instant. */
  readonly now: () => Instant;
}

/** Services of operations that need a signed-in person: the person is read fresh at each request. */
export interface SessionServices extends BaseServices {
  readonly findActor: (personId: string) => Promise<Actor | undefined>;
}

type ActorOf<O extends AnyOperation> = O['access'] extends 'session' ? Actor : Actor | undefined;

/** What is asked, whoever asks it. */
interface Asked<O extends AnyOperation, S> {
  readonly input: InputOf<O>;
  readonly services: S;
  readonly now: Instant;
  readonly correlationId: string;
}

interface Call<O extends AnyOperation, S> extends Asked<O, S> {
  readonly actor: ActorOf<O>;
}

/** Loads the subject that an operation names; undefined answers 404. */
type SubjectLoader<O extends AnyOperation, S, Subject> =
  /** By what is asked alone: it is read while who asks is. */
  | { readonly subject: (asked: Asked<O, S>) => Promise<Subject | undefined>; readonly subjectFor?: never }
  /** By who asks, once that is known. */
  | { readonly subjectFor: (call: Call<O, S>) => Promise<Subject | undefined>; readonly subject?: never };

/** An operation's behaviour: the subject it acts on, who may, and what happens. */
export type Behaviour<O extends AnyOperation, S, Subject> = SubjectLoader<O, S, Subject> & {
  /** Pure and synchronous, from `shared/<domain>/policy.ts`; false answers the same 404 as an absent subject. */
  readonly may: (actor: ActorOf<O>, subject: Subject, input: InputOf<O>, now: Instant) => boolean;
  readonly run: (call: Call<O, S> & { readonly subject: Subject }) => Promise<OutputOf<O> | Refusal<CodesOf<O>>>;
};

/** A bound operation, its types erased for the route table. */
export interface Bound<S> {
  readonly operation: AnyOperation;
  readonly subject?: (asked: never) => Promise<unknown>;
  readonly subjectFor?: (call: never) => Promise<unknown>;
  readonly may: (actor: never, subject: never, input: never, now: Instant) => boolean;
  readonly run: (call: never) => Promise<unknown>;
  readonly services?: S;
}

/** Binds a contract to its behaviour; omitting `may`, making it async or refusing with an unlisted code does not compile. */
export const bind =
  <S>() =>
  <O extends AnyOperation, Subject>(operation: O, behaviour: Behaviour<O, S, Subject>): Bound<S> => ({ operation, ...behaviour });
