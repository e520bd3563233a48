import * as z from 'zod';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { CardPeriodKey } from '@preau/shared/reports/schema.ts';

const NamedCard = z.object({ pupilId: PersonId, period: CardPeriodKey, version: z.coerce.number().int().min(1).max(99) });

export type CardParams = Promise<{ readonly pupilId: string; readonly period: string; readonly version: string }>;

/** The card that an address names; undefined when it names none. */
export const namedCard = async (params: CardParams) => NamedCard.safeParse(await params).data;
