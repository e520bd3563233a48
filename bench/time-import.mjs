// Imports one bundle in a fresh process and prints the milliseconds that it took. Plain JavaScript: nothing but the bundle is compiled.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const began = performance.now();
require(process.argv[2]);
process.stdout.write(String(performance.now() - began));
process.exit(0);
