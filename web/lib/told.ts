import * as z from 'zod';

/** A field that is refused in one sentence of ours, whatever is wrong with it or if it is missing. */
export const told = <S extends z.ZodType>(schema: S, message: string) =>
  z.unknown().transform((value, context): z.output<S> => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
