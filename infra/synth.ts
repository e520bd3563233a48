import { parseArgs } from 'node:util';
import { academies } from './academies.ts';
import { synthesise } from './synthesise.ts';

const usage = `npm run synth -- --academy CODE [--stage prod] [--out DIR]
Académies : ${academies.map(({ code }) => code).join(', ')}`;

const { values } = parseArgs({
  options: {
    academy: { type: 'string' },
    stage: { type: 'string', default: 'prod' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help || values.academy === undefined) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  const outdir = values.out ?? `.preau/cdk/${values.academy}-${values.stage}`;
  const { stacks } = await synthesise({ academy: values.academy, stage: values.stage, outdir });
  for (const { name, templateFile } of stacks) console.log(`${name}  ${templateFile}`);
}
