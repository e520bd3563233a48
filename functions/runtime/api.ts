import middy from 'middy';
import type { AnyOperation } from '@preau/shared/kernel/operation.ts';
import { isRefusal, kernelErrors, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { BaseServices, Bound, SessionServices } from './bind.ts';
import { json, problem, redirect, xml, type HttpEvent, type HttpResponse } from './http.ts';
import { errorFields, log } from './log.ts';
import { readInput } from './input.ts';

type KernelCode = keyof typeof kernelErrors;

const kernelProblem = (code: KernelCode, correlationId: string, details?: Readonly<Record<string, unknown>>): HttpResponse =>
  problem(kernelErrors[code].status, code, kernelErrors[code].message, correlationId, details);

const answer = (operation: AnyOperation, output: unknown): HttpResponse => {
  // Parsing on the way out is the privacy filter: a key that the contract does not list never leaves.
  const parsed = operation.output.parse(output);
  if (operation.answers === 'redirect') return redirect((parsed as { location: string }).location);
  if (operation.answers === 'xml') return xml((parsed as { xml: string }).xml);
  return json(200, parsed);
};

const refusal = (operation: AnyOperation, refused: Refusal, correlationId: string): HttpResponse => {
  const spec = operation.errors[refused.refused];
  if (spec === undefined) throw new Error(`Unlisted refusal ${refused.refused}`);
  return problem(spec.status, refused.refused, spec.message, correlationId, refused.details);
};

const respond = async <S extends BaseServices>(
  bound: Bound<S>,
  services: S,
  findActor: SessionServices['findActor'] | undefined,
  event: HttpEvent,
): Promise<HttpResponse> => {
  const { operation } = bound;
  const correlationId = event.requestContext.requestId;
  const now = services.now();

  const input = readInput(operation, event);
  if (!input.ok) return kernelProblem(input.code, correlationId, input.details);

  const claims = event.requestContext.authorizer?.jwt?.claims;
  // The gateway's authoriser lets an identity token of the same client through: only an access token names who acts.
  const personId = claims?.['token_use'] === 'access' ? claims['username'] : undefined;
  if (operation.access === 'session' && personId === undefined) return kernelProblem('kernel.signed-out', correlationId);
  const asked = { input: input.value, services, now, correlationId };
  const [actor, named] = await Promise.all([personId === undefined ? undefined : findActor?.(personId), bound.subject?.(asked as never)]);
  if (operation.access === 'session') {
    if (actor === undefined) return kernelProblem('kernel.signed-out', correlationId);
    const signedInAt = Number(claims?.['auth_time'] ?? 0);
    if (!(signedInAt >= actor.sessionsValidFrom)) return kernelProblem('kernel.signed-out', correlationId);
  }

  const call = { ...asked, actor };
  const subject = named ?? (await bound.subjectFor?.(call as never));
  if (subject === undefined || !bound.may(actor as never, subject as never, input.value as never, now)) {
    return kernelProblem('kernel.not-found', correlationId);
  }
  const result = await bound.run({ ...call, subject } as never);
  return isRefusal(result) ? refusal(operation, result, correlationId) : answer(operation, result);
};

const isThrottle = (error: unknown): boolean =>
  error instanceof Error &&
  ['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded', 'TooManyRequestsException'].includes(
    error.name,
  );

/** The API Lambda of a domain: one route per operation, one file per operation behind it. */
export const apiHandler = <S extends BaseServices>(bounds: readonly Bound<S>[], services: S, findActor?: SessionServices['findActor']) => {
  const routes = new Map(bounds.map((bound) => [`${bound.operation.method} ${bound.operation.path}`, bound]));
  return middy(async (event: HttpEvent): Promise<HttpResponse> => {
    const bound = routes.get(event.routeKey);
    if (bound === undefined) return kernelProblem('kernel.not-found', event.requestContext.requestId);
    return respond(bound, services, findActor, event);
  }).onError((request) => {
    const event = request.event as HttpEvent;
    const correlationId = event.requestContext.requestId;
    log({ level: 'error', message: 'operation failed', correlationId, operation: event.routeKey, ...errorFields(request.error) });
    request.response = isThrottle(request.error)
      ? kernelProblem('kernel.busy', correlationId)
      : problem(
          500,
          'kernel.unexpected',
          'Une erreur imprévue est survenue. Recommencez ; si elle se répète, donnez ce numéro à votre établissement.',
          correlationId,
        );
  });
};
