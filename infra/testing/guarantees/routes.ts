import { expect, it } from 'vitest';
import { contract } from '@preau/shared/contract.ts';
import { domainOf } from '@preau/shared/kernel/operation.ts';
import { apisOf, domains } from '../../domains.ts';
import { inOrder } from '../in-order.ts';
import type { Synthesised } from '../templates.ts';

export const routesGuarantees = (read: () => Synthesised): void => {
  const routeKeys = (): readonly string[] =>
    read()
      .ofType('AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => String(Properties['RouteKey']));

  it('opens exactly one route for each operation of the contract', () => {
    expect(routeKeys().toSorted(inOrder)).toEqual(contract.map(({ method, path }) => `${method} ${path}`).toSorted(inOrder));
  });

  it('serves every operation by a domain that exists', () => {
    const known = domains.map(({ domain }) => domain);
    for (const { id } of contract) expect(known, id).toContain(domainOf(id));
  });

  it('leads the guichets’ protocol to the function that alone holds its key, and nothing else there', () => {
    const integrations = read().ofType('AWS::ApiGatewayV2::Integration');
    const saml = integrations.filter((one) => JSON.stringify(one.Properties['IntegrationUri']).includes('Fnidentitysaml'));
    const led = read()
      .ofType('AWS::ApiGatewayV2::Route')
      .filter(({ Properties }) => saml.some(({ logicalId }) => JSON.stringify(Properties['Target']).includes(`"${logicalId}"`)))
      .map(({ Properties }) => String(Properties['RouteKey']));
    expect(led.toSorted(inOrder)).toEqual(['GET /auth/saml/metadata', 'GET /auth/saml/start', 'POST /auth/saml/acs']);
  });

  it('asks for a session everywhere but on the operations that the contract opens', () => {
    const open = read()
      .ofType('AWS::ApiGatewayV2::Route')
      .filter(({ Properties }) => Properties['AuthorizationType'] !== 'JWT')
      .map(({ Properties }) => String(Properties['RouteKey']));
    const expected = contract.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`);
    expect(open.toSorted(inOrder)).toEqual(expected.toSorted(inOrder));
  });

  it('limits what anybody may call apart from the rest', () => {
    const [stage] = read().ofType('AWS::ApiGatewayV2::Stage');
    expect(stage?.Properties).toMatchObject({ DefaultRouteSettings: { ThrottlingRateLimit: 3000, ThrottlingBurstLimit: 6000 } });
    const limited = Object.keys(Object(stage?.Properties['RouteSettings']));
    expect(limited.toSorted(inOrder)).toEqual(
      contract
        .filter(({ access }) => access === 'public')
        .map(({ method, path }) => `${method} ${path}`)
        .toSorted(inOrder),
    );
  });

  it('writes an access log that names the route and never the path, which may hold an identifier', () => {
    const format = JSON.stringify(read().ofType('AWS::ApiGatewayV2::Stage')[0]?.Properties['AccessLogSettings']);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/\$context\.(path|authorizer\.claims)/);
  });

  it('gives a function one permission, however many routes it serves', () => {
    const permissions = read()
      .ofType('AWS::Lambda::Permission')
      .filter(({ part }) => part === 'api');
    expect(permissions).toHaveLength(apisOf(domains).length);
  });
};
