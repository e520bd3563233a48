import type { OpenNextConfig } from '@opennextjs/aws/types/open-next.js';

const config: OpenNextConfig = {
  // Next's own build is minified; minifying what it traced again takes a minute and wins a fifth of 4 MB.
  default: {},
  // Images are served as they are (`unoptimized`): nothing to install for a function that nobody calls.
  imageOptimization: { loader: 'dummy', install: { packages: [], additionalArgs: '--prefer-offline --no-audit --no-fund' } },
  // Every page is somebody's: caching them would cost a write for each view, and could show one's page to another.
  dangerous: { disableTagCache: true, disableIncrementalCache: true },
  buildCommand: 'next build',
};

export default config;
