// SST refuses imports at the top of this file: what it needs of infra is imported where it is used.

/** The front only: everything that remembers anything is deployed by infra, which leaves in SSM the few names that the front needs. */
export default $config({
  async app(input) {
    const { academyStageOf } = await import('./infra/academy-stage.ts');
    const { academy, stage } = academyStageOf(input.stage);
    const isProduction = stage === 'prod';
    return {
      name: 'preau',
      home: 'aws',
      removal: isProduction ? 'retain' : 'remove',
      protect: isProduction,
      providers: {
        aws: {
          region: academy.region,
          allowedAccountIds: [academy.account],
          defaultTags: { tags: { 'ent:academie': academy.code, 'ent:stage': stage, 'ent:cost-centre': 'web' } },
        },
      },
    };
  },

  async run() {
    const { academyStageOf } = await import('./infra/academy-stage.ts');
    const { parameterName } = await import('./infra/parameters.ts');
    const { academy, stage } = academyStageOf($app.stage);
    const published = (key: Parameters<typeof parameterName>[2]) =>
      aws.ssm.getParameterOutput({ name: parameterName(academy.code, stage, key) }).value;

    const router = new sst.aws.Router('Front', {
      // Plain forms work without JavaScript only when the edge signs their bodies (docs/decisions/006-sst-for-the-web-only.md).
      protection: 'oac-with-edge-signing',
      waf: {
        rateLimitPerIp: academy.webRequestsPerAddress,
        managedRules: { coreRuleSet: true, knownBadInputs: true, sqlInjection: true },
      },
      ...(academy.webCertificateArn === undefined
        ? {}
        : { domain: { name: academy.webDomain, dns: false, cert: academy.webCertificateArn } }),
    });

    new sst.aws.Nextjs('Web', {
      path: 'web',
      openNextVersion: '4.1.12',
      buildCommand: 'npm run --prefix .. build:web',
      router: { instance: router },
      server: { architecture: 'arm64', memory: '1024 MB', runtime: 'nodejs24.x', timeout: '25 seconds' },
      warm: stage === 'prod' ? 2 : 0,
      environment: {
        API_ORIGIN: published('api-origin'),
        WEB_ORIGIN: published('web-origin'),
        ACADEMY_LABEL: published('academy-label'),
        UPLOAD_ORIGINS: published('upload-origins'),
        ACCESSIBILITY_CONTACT: published('contact'),
      },
    });

    return { url: router.url };
  },
});
