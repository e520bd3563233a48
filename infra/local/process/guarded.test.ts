import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startGuarded } from './guarded.ts';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const untilDead = async (pid: number): Promise<boolean> => {
  const deadline = Date.now() + 30_000;
  while (isAlive(pid) && Date.now() < deadline) await pause(20);
  return !isAlive(pid);
};

it('says how its process ended', async () => {
  expect(await startGuarded('/bin/sh', ['-c', 'exit 7']).ended).toBe(7);
  expect(await startGuarded('/nowhere/at-all', []).ended).not.toBe(0);
});

it('stops a process that ignores polite signals', async () => {
  const guarded = startGuarded('/bin/sh', ['-c', 'trap "" TERM; sleep 60']);
  await pause(200);
  await guarded.stop();
  expect(guarded.pid === undefined || (await untilDead(guarded.pid))).toBe(true);
}, 60_000);

it('ends the process, and its own children, when the one who started it is killed', async () => {
  const module = new URL('./guarded.ts', import.meta.url).href;
  const source = `import { startGuarded } from ${JSON.stringify(module)};
    const guarded = startGuarded('/bin/sh', ['-c', 'sleep 61 & echo $$ $!; wait'], { inherit: true }); setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(parent.stdout, 'data');
  const pids = String(line).trim().split(' ').map(Number);
  expect(pids.map(isAlive)).toEqual([true, true]);
  parent.kill('SIGKILL');
  expect(await Promise.all(pids.map(untilDead))).toEqual([true, true]);
}, 60_000);
