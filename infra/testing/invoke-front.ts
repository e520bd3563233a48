import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';

// Run in a process of its own: the bundle reads files from its own folder and looks at NODE_ENV while it loads.
interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const [serverFile = '', ...paths] = process.argv.slice(2);
process.chdir(dirname(serverFile));
const { handler } = (await import(pathToFileURL(serverFile).href)) as { handler: (event: unknown, context: unknown) => Promise<Answer> };

const eventOf = (path: string) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: {
    host: 'abc.lambda-url.eu-west-3.on.aws',
    'x-forwarded-host': new URL(process.env['WEB_ORIGIN'] ?? '').host,
    'user-agent': 'test',
    accept: 'text/html',
  },
  isBase64Encoded: false,
  requestContext: { http: { method: 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' } },
});

for (const path of paths) {
  const answer = await handler(eventOf(path), { awsRequestId: 'test', getRemainingTimeInMillis: () => 20_000 });
  const body = answer.isBase64Encoded ? Buffer.from(answer.body, 'base64').toString() : answer.body;
  process.stdout.write(`${JSON.stringify({ path, status: answer.statusCode, headers: answer.headers, body })}\n`);
}
process.exit(0);
