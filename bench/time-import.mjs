// Imports one bundle in a fresh process and prints the milliseconds of processor that its thread took: a neighbour who holds the core is not counted.
// Plain JavaScript: nothing but the bundle is compiled.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const began = process.threadCpuUsage();
require(process.argv[2]);
const { user, system } = process.threadCpuUsage(began);
process.stdout.write(String((user + system) / 1000));
process.exit(0);
