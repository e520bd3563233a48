import { smoke } from './smoke-checks.ts';

const [webOrigin = '', apiOrigin = ''] = process.argv.slice(2);

const results = await smoke(webOrigin, apiOrigin, fetch);
for (const { name, fault } of results) console.log(fault === undefined ? `✓ ${name}` : `✗ ${name} : ${fault}`);
process.exitCode = results.every(({ fault }) => fault === undefined) ? 0 : 1;
