import { setTimeout as pause } from 'node:timers/promises';

export interface OutboxMail {
  readonly channel: 'email' | 'sms';
  readonly to: readonly string[];
  readonly subject?: string;
  readonly text: string;
}

const read = async (api: string): Promise<readonly OutboxMail[]> => {
  const response = await fetch(`${api}/_local/outbox`, { headers: { accept: 'application/json' } });
  const { sent } = (await response.json()) as { sent: readonly OutboxMail[] };
  return sent;
};

/** What went out, once at least `count` messages satisfy; fails after half a minute with what is there. */
export const untilSent = async (api: string, satisfies: (sent: OutboxMail) => boolean, count: number): Promise<readonly OutboxMail[]> => {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = (await read(api)).filter(satisfies);
    if (found.length >= count) return found;
    if (Date.now() > deadline) throw new Error(`Only ${found.length} of ${count} messages were sent`);
    await pause(250);
  }
};

/** What went out so far. */
export const sentSoFar = async (api: string, satisfies: (sent: OutboxMail) => boolean): Promise<readonly OutboxMail[]> =>
  (await read(api)).filter(satisfies);
