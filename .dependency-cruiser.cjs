const { readdirSync } = require('node:fs');

// The table of ARCHITECTURE.md, "One name, four places", enforced.
const TESTS = '\\.test\\.ts$|\\.testing\\.ts$|/testing/';

const domains = readdirSync('shared', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['kernel', 'node_modules'].includes(entry.name))
  .map(({ name }) => name);

const sharedRules = domains.map((domain) => ({
  name: `shared-${domain}-stays-pure`,
  comment: 'a shared domain knows the kernel and other domains only by their schemas, events and relations',
  severity: 'error',
  from: { path: `^shared/${domain}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^shared/', pathNot: [`^shared/${domain}/`, '^shared/kernel/', '^shared/[^/]+/(schema|events|relations)\\.ts$'] },
}));

const functionRules = domains.map((domain) => ({
  name: `functions-${domain}-uses-doors`,
  comment: 'a domain reaches another one only through its doors: reads, ids, and what an import writes',
  severity: 'error',
  from: { path: `^functions/${domain}/`, pathNot: TESTS },
  to: {
    path: '^functions/',
    pathNot: [
      `^functions/${domain}/`,
      '^functions/runtime/',
      'node_modules',
      '^functions/[^/]+/(reads|ids|import-[a-z-]+)\\.ts$',
      '^functions/[^/]+/[a-z]+-reads\\.ts$',
    ],
  },
}));

module.exports = {
  forbidden: [
    ...sharedRules,
    ...functionRules,
    {
      name: 'shared-knows-no-edge',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: ['^functions/', '^infra/', '^web/', '^scripts/', 'node_modules/(@aws-sdk|next|react|aws-cdk-lib)/'] },
    },
    {
      name: 'runtime-knows-no-domain',
      severity: 'error',
      from: { path: '^functions/runtime/', pathNot: TESTS },
      to: { path: '^functions/(?!runtime/|node_modules)' },
    },
    {
      name: 'functions-know-no-infra-nor-web',
      severity: 'error',
      from: { path: '^functions/', pathNot: '\\.test\\.ts$|^functions/testing/' },
      to: { path: '^(infra|web|scripts|e2e)/' },
    },
    {
      name: 'infra-knows-no-function-code',
      severity: 'error',
      from: { path: '^infra/(?!local/)', pathNot: TESTS },
      to: { path: '^(functions|web)/' },
    },
    {
      name: 'web-holds-no-data-access',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: ['^(functions|infra|scripts)/', 'node_modules/@aws-sdk/'] },
    },
    { name: 'web-ui-knows-no-feature', severity: 'error', from: { path: '^web/ui/' }, to: { path: '^web/(features|app|pages)/' } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'tests-are-not-imported', severity: 'error', from: { pathNot: '\\.test\\.ts$|^e2e/' }, to: { path: '\\.test\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.next|\\.open-next|cdk\\.out|\\.sst|\\.preau)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
