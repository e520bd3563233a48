import * as z from 'zod';

/** What happened, in the past tense; `schema` is the shape of `data`. */
export interface EventSpec<T extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  readonly schema: S;
}

export const event = <const T extends string, S extends z.ZodType>(type: T, schema: S): EventSpec<T, S> => ({ type, schema });

/** An event as it is stored beside the fact (outbox) and as it travels. */
export const Envelope = z.strictObject({
  /** Unique and deterministic for the fact: consumers drop what they have already done. */
  id: z.string().min(1).max(300),
  type: z.string(),
  /** UTC instant at which the fact was recorded. */
  at: z.iso.datetime(),
  /** Fair-queue key: a school never waits for another school's burst. */
  schoolId: z.string().optional(),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

export type DataOf<E extends EventSpec> = z.output<E['schema']>;

/** Builds the outbox entry of a fact. */
export const happened = <E extends EventSpec>(
  spec: E,
  fact: { readonly id: string; readonly at: string; readonly schoolId?: string; readonly data: DataOf<E> },
): Envelope => ({ ...fact, type: spec.type });
