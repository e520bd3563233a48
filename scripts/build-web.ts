import { parseArgs } from 'node:util';
import { academyOf } from '../infra/academies.ts';
import { buildWeb } from '../infra/web-bundle.ts';

const { values } = parseArgs({ options: { academy: { type: 'string' }, help: { type: 'boolean', default: false } } });

if (values.help) {
  console.log('npm run build:web [-- --academy CODE]\nÉcrit dans web/.open-next ce que Lambda et CloudFront servent.');
} else {
  const origin = values.academy === undefined ? undefined : `https://${academyOf(values.academy).webDomain}`;
  const { serverFile } = await buildWeb(origin);
  console.log(`Web construit : ${serverFile}`);
}
