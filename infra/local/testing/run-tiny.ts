import { startCloud } from '../cloud.ts';

const [assembly = '', dataDir = ''] = process.argv.slice(2);
const cloud = await startCloud({ assembly, dataDir, apiPort: 0, fast: true });
process.stdout.write(`${JSON.stringify({ apiOrigin: cloud.apiOrigin, endpoint: cloud.endpoint })}\n`);
