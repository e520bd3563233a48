import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Guichet } from '@preau/shared/identity/schema.ts';
import { parseProviderMetadata, readAuthnRequest, type ServiceProviderMetadata } from './authn-request.ts';
import type { CertifiedKey } from './certificate.ts';
import { answerSpec } from './desk-answer.ts';
import { desks, guichetsAt, type Desk, type DeskId } from './desks.ts';
import { keptKey } from './kept-key.ts';
import { answerPage, faultPage, personaPage, signedOutPage } from './pages.ts';
import type { Persona } from './persona.ts';
import { inBase64, sealedResponse } from './saml-response.ts';

export interface GuichetsOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly apiOrigin: string;
  /** Where a signed-out person goes back to. */
  readonly webOrigin?: string;
  readonly people: () => readonly Persona[];
  /** Where keys are kept between runs; new keys at each start otherwise. */
  readonly dataDir?: string;
  /** Our service provider's metadata, read at the first sign-in. */
  readonly readProvider?: () => Promise<string>;
}

export interface RunningGuichets {
  readonly origin: string;
  /** For the `GUICHETS` setting of the identity functions. */
  readonly guichets: readonly Guichet[];
  readonly keys: Readonly<Record<DeskId, CertifiedKey>>;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly html: string;
}

const LONGEST_FORM = 100_000;

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LONGEST_FORM) return new URLSearchParams();
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
};

const readPublished = (apiOrigin: string) => async (): Promise<string> => {
  const response = await fetch(`${apiOrigin}/auth/saml/metadata`, { signal: AbortSignal.timeout(10_000) });
  return response.text();
};

const refused = (message: string): Reply => ({ status: 400, html: faultPage(message) });

/** Starts the fake guichets: ÉduConnect, the agents' and agriculture's, one page of people to be each. */
export const startGuichets = async (options: GuichetsOptions): Promise<RunningGuichets> => {
  const keys = Object.fromEntries(desks.map(({ deskId }) => [deskId, keptKey(`guichet-${deskId}`, options.dataDir)])) as Record<
    DeskId,
    CertifiedKey
  >;
  const readProvider = options.readProvider ?? readPublished(options.apiOrigin);
  let known: ServiceProviderMetadata | undefined;
  let origin = '';

  const provider = async (): Promise<ServiceProviderMetadata> => {
    known ??= parseProviderMetadata(await readProvider());
    return known;
  };

  const answer = async (desk: Desk, form: URLSearchParams): Promise<Reply> => {
    const rawQuery = form.get('query') ?? '';
    const asker = await provider();
    const request = readAuthnRequest(rawQuery, asker);
    if (request === undefined) return refused('La demande n’est pas signée par Préau. Recommencez depuis la page de connexion.');
    const persona = options.people().find(({ personaId, guichet }) => personaId === form.get('persona') && guichet === desk.deskId);
    if (persona === undefined) return refused('Cette personne n’est pas connue de ce guichet.');
    const sealed = await sealedResponse(answerSpec(origin, desk, keys[desk.deskId], request, asker, persona));
    const relayState = new URLSearchParams(rawQuery).get('RelayState') ?? '';
    return { status: 200, html: answerPage(desk, asker.acsUrl, inBase64(sealed), relayState) };
  };

  const reply = async (request: IncomingMessage): Promise<Reply> => {
    const url = new URL(request.url ?? '/', origin);
    const [, deskId, page] = url.pathname.split('/');
    const desk = desks.find((one) => one.deskId === deskId);
    if (desk === undefined) return { status: 404, html: faultPage('Ce guichet n’existe pas.') };
    if (page === 'logout') return { status: 200, html: signedOutPage(desk, `${options.webOrigin ?? 'http://localhost:3000'}/connexion`) };
    if (page !== 'sso') return { status: 404, html: faultPage('Cette page n’existe pas.') };
    if (request.method === 'POST') return answer(desk, await formOf(request));
    return { status: 200, html: personaPage(desk, options.people(), url.search.slice(1)) };
  };

  const server = createServer((request, response) => {
    reply(request)
      .catch((): Reply => ({ status: 503, html: faultPage('Préau ne répond pas encore. Attendez un instant, puis recommencez.') }))
      .then(({ status, html }) => {
        response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
        response.end(html);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    guichets: guichetsAt(origin, ({ deskId }) => keys[deskId]),
    keys,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
