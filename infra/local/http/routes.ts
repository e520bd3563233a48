import { functionNameOf } from '../lambda/function-spec.ts';
import { listIn, objectIn, textIn, textsIn } from '../json.ts';
import type { LocalTemplate } from '../template/local-template.ts';

export interface Authorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface Route {
  /** As API Gateway writes it: `GET /lessons/{lessonId}/register`, or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly authorizer: Authorizer | undefined;
}

export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

const lastPart = (target: string): string => target.slice(target.lastIndexOf('/') + 1);

/** The routes of the template, each with its function and what it asks of a token. */
export const routesOf = (template: LocalTemplate): readonly Route[] => {
  const integrations = new Map(
    template
      .ofType('AWS::ApiGatewayV2::Integration')
      .map((resource) => [resource.ref, functionNameOf(textIn(resource.properties, 'IntegrationUri') ?? '')]),
  );
  const authorizers = new Map(
    template.ofType('AWS::ApiGatewayV2::Authorizer').map((resource) => {
      const jwt = objectIn(resource.properties, 'JwtConfiguration');
      return [resource.ref, { issuer: textIn(jwt, 'Issuer') ?? '', audience: textsIn(jwt, 'Audience') }];
    }),
  );
  return template.ofType('AWS::ApiGatewayV2::Route').map((resource) => {
    const { properties } = resource;
    const functionName = integrations.get(lastPart(textIn(properties, 'Target') ?? ''));
    if (functionName === undefined) throw new Error(`The route ${resource.logicalId} has no integration`);
    const type = textIn(properties, 'AuthorizationType') ?? 'NONE';
    if (type !== 'NONE' && type !== 'JWT')
      throw new Error(`The route ${resource.logicalId} wants ${type}, which the local cloud does not play`);
    return {
      key: textIn(properties, 'RouteKey') ?? '',
      functionName,
      authorizer: type === 'JWT' ? authorizers.get(textIn(properties, 'AuthorizerId') ?? '') : undefined,
    };
  });
};

/** What the browser's preflight is told, when the template says so. */
export const corsOf = (template: LocalTemplate): Readonly<Record<string, readonly string[]>> | undefined => {
  const cors = template
    .ofType('AWS::ApiGatewayV2::Api')
    .map((resource) => objectIn(resource.properties, 'CorsConfiguration'))
    .find((value) => Object.keys(value).length > 0);
  return cors === undefined
    ? undefined
    : Object.fromEntries(
        ['AllowOrigins', 'AllowMethods', 'AllowHeaders', 'ExposeHeaders'].map((name) => [name, listIn(cors, name).map(String)]),
      );
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

interface Part {
  readonly literal: string;
  readonly parameter: string | undefined;
  readonly greedy: boolean;
}

interface Pattern {
  readonly route: Route;
  readonly method: string;
  readonly parts: readonly Part[];
}

const partOf = (text: string): Part => ({
  literal: text,
  parameter: /^\{([^}+]+)\+?\}$/.exec(text)?.[1],
  greedy: text.endsWith('+}'),
});

const fits = (parts: readonly Part[], given: readonly string[]): boolean =>
  parts.at(-1)?.greedy === true ? given.length >= parts.length : given.length === parts.length;

const matchParts = (parts: readonly Part[], given: readonly string[]): Readonly<Record<string, string>> | undefined => {
  if (!fits(parts, given)) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, { literal, parameter, greedy }] of parts.entries()) {
    const value = greedy ? given.slice(index).join('/') : (given[index] ?? '');
    if (parameter === undefined) {
      if (literal !== value) return undefined;
    } else {
      if (value === '') return undefined;
      parameters[parameter] = decoded(value);
    }
  }
  return parameters;
};

// Literal segments before parameters, parameters before the greedy one, an exact method before ANY.
const rank = (key: string): string => {
  const [method = '', pattern = ''] = key.split(' ');
  return (
    pattern
      .split('/')
      .map((part) => (part.endsWith('+}') ? '3' : part.startsWith('{') ? '2' : '1'))
      .join('') + (method === 'ANY' ? '2' : '1')
  );
};

const patternOf = (route: Route): Pattern => {
  const [method = '', path = ''] = route.key.split(' ');
  return { route, method, parts: path.split('/').map(partOf) };
};

const inOrder = (routes: readonly Route[]): readonly Pattern[] =>
  routes
    .filter(({ key }) => key !== '$default')
    .toSorted((a, b) => rank(a.key).localeCompare(rank(b.key)))
    .map(patternOf);

/** Finds the route of a request as API Gateway does: the most literal one, then `$default`. */
export const routeMatcher = (routes: readonly Route[]) => {
  const patterns = inOrder(routes);
  const fallback = routes.find((route) => route.key === '$default');
  return (method: string, path: string): Match | undefined => {
    const given = path.split('/');
    for (const { route, method: wanted, parts } of patterns) {
      const parameters = wanted === method || wanted === 'ANY' ? matchParts(parts, given) : undefined;
      if (parameters !== undefined) return { route, parameters };
    }
    return fallback === undefined ? undefined : { route: fallback, parameters: {} };
  };
};
