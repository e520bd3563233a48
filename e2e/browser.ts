import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Nothing here needs a graphics card, and imitating one takes more of the processor than all the rest. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

const BROWSER_VERSION = '153.0.0';

/** Headless Chromium from npm, unpacked in a folder of its own version; `CHROME_PATH` uses another one. */
export const launchBrowser = async (): Promise<Browser> => {
  const path = process.env['CHROME_PATH'];
  if (path !== undefined) return chromium.launch({ executablePath: path, args: ARGS });
  const folder = join(tmpdir(), `preau-chromium-${BROWSER_VERSION}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  return chromium.launch({ executablePath, args: ARGS });
};
