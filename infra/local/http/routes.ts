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

const matchPath = (pattern: string, path: string): Readonly<Record<string, string>> | undefined => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const greedy = wanted.at(-1)?.endsWith('+}') === true;
  if (greedy ? given.length < wanted.length : given.length !== wanted.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{([^}+]+)\+?\}$/.exec(part)?.[1];
    const value = part.endsWith('+}') ? given.slice(index).join('/') : (given[index] ?? '');
    if (name === undefined) {
      if (part !== value) return undefined;
    } else {
      if (value === '') return undefined;
      parameters[name] = decoded(value);
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

/** Finds the route of a request as API Gateway does: the most literal one, then `$default`. */
export const matchRoute = (routes: readonly Route[], method: string, path: string): Match | undefined => {
  const matches = routes.flatMap((route) => {
    const [wanted = '', pattern = ''] = route.key.split(' ');
    if (route.key === '$default' || (wanted !== method && wanted !== 'ANY')) return [];
    const parameters = matchPath(pattern, path);
    return parameters === undefined ? [] : [{ route, parameters }];
  });
  const best = matches.sort((a, b) => rank(a.route.key).localeCompare(rank(b.route.key)))[0];
  if (best !== undefined) return best;
  const fallback = routes.find((route) => route.key === '$default');
  return fallback === undefined ? undefined : { route: fallback, parameters: {} };
};
