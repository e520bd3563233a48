import { setTimeout as pause } from 'node:timers/promises';

const STEP_MS = 40;

/** Waits until a URL answers anything at all; fails with the name of what never did, or as soon as its process ended. */
export const untilAnswers = async (url: string, what: string, seconds: number, ended?: Promise<number>): Promise<void> => {
  const state: { code?: number } = {};
  void ended?.then((code) => {
    state.code = code;
  });
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (state.code !== undefined) throw new Error(`${what} stopped with code ${state.code}`);
    const up = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2_000) }).then(
      () => true,
      () => false,
    );
    if (up) return;
    await pause(STEP_MS);
  }
  throw new Error(`${what} does not answer at ${url}`);
};
