import type { TestProject } from 'vitest/node';
import { startEngine } from '../../infra/local/engine/engine.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly engineUrl: string;
  }
}

/** Starts one in-memory DynamoDB engine for the whole `engine` project, which ends with it even when it is killed; each test file creates tables of its own. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { url, stop } = await startEngine(undefined);
  project.provide('engineUrl', url);
  return stop;
};

export default setup;
