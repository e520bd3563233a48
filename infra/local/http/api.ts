import { randomUUID, type KeyObject } from 'node:crypto';
import type { Answer, Question } from '../http-answer.ts';
import type { Functions } from '../lambda/functions.ts';
import { httpEvent } from './event.ts';
import { gatewayMessage, httpAnswer } from './response.ts';
import { routeMatcher, type Route } from './routes.ts';
import { claimsAsText, tokenCheck } from './token-check.ts';

const MAX_REQUEST_BYTES = 10 * 1024 * 1024;

export interface HttpApiSettings {
  readonly routes: readonly Route[];
  readonly cors: Readonly<Record<string, readonly string[]>> | undefined;
  readonly functions: Functions;
  readonly region: string;
  readonly key: KeyObject;
  readonly keyId: string;
}

const corsHeaders = (cors: HttpApiSettings['cors'], origin: string | undefined): Readonly<Record<string, string>> => {
  const allowed = cors?.['AllowOrigins'] ?? [];
  if (origin === undefined || (!allowed.includes(origin) && !allowed.includes('*'))) return {};
  return {
    'access-control-allow-origin': allowed.includes('*') ? '*' : origin,
    'access-control-allow-methods': (cors?.['AllowMethods'] ?? []).join(','),
    'access-control-allow-headers': (cors?.['AllowHeaders'] ?? []).join(','),
    'access-control-expose-headers': (cors?.['ExposeHeaders'] ?? []).join(','),
    vary: 'origin',
  };
};

/** The HTTP API: route, size, authoriser, function, in the order of API Gateway. */
export const httpApi = (settings: HttpApiSettings) => {
  const matchRoute = routeMatcher(settings.routes);
  const checkToken = tokenCheck(settings.key, settings.keyId);
  const call = async (question: Question, rawQuery: string, sourceIp: string, requestId: string): Promise<Answer> => {
    const match = matchRoute(question.method, question.path);
    if (match === undefined) return gatewayMessage(404, 'Not Found');
    if (question.body.length > MAX_REQUEST_BYTES) return gatewayMessage(413, 'Request Entity Too Large');
    const { authorizer, functionName } = match.route;
    const payload = authorizer === undefined ? undefined : checkToken(question.headers['authorization'], authorizer, Date.now() / 1000);
    if (authorizer !== undefined && payload === undefined) return gatewayMessage(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    const incoming = {
      method: question.method,
      path: question.path,
      rawQuery,
      headers: question.headers,
      body: question.body,
      sourceIp,
      requestId,
      at: new Date(),
      claims: payload === undefined ? undefined : claimsAsText(payload),
    };
    const outcome = await settings.functions.invoke(functionName, JSON.stringify(httpEvent(incoming, match, settings.region)));
    return outcome.ok ? httpAnswer(outcome.payload) : gatewayMessage(500, 'Internal Server Error');
  };

  return async (question: Question, rawQuery: string, sourceIp: string): Promise<Answer> => {
    const requestId = randomUUID();
    const shared = corsHeaders(settings.cors, question.headers['origin']);
    const isPreflight =
      question.method === 'OPTIONS' && settings.cors !== undefined && question.headers['access-control-request-method'] !== undefined;
    const answer = isPreflight ? { status: 204, headers: {}, body: '' } : await call(question, rawQuery, sourceIp, requestId);
    return { ...answer, headers: { ...answer.headers, ...shared, 'apigw-requestid': requestId } };
  };
};
