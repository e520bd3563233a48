import { CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct, IConstruct } from 'constructs';
import type { AnyOperation } from '@preau/shared/kernel/operation.ts';
import type { Setting } from '../setting.ts';

const isStage = (node: IConstruct): node is CfnStage => node instanceof CfnStage;
const isRoute = (node: IConstruct): node is CfnRoute => node instanceof CfnRoute;

/** What anybody may call gets a limit of its own, so that a flood of sign-ins never takes the roll call's share. */
export const limitPublicRoutes = (scope: Construct, setting: Setting, operations: readonly AnyOperation[]): void => {
  const { publicRequestsPerSecond } = setting.academy.limits;
  const limit = { ThrottlingRateLimit: publicRequestsPerSecond, ThrottlingBurstLimit: publicRequestsPerSecond * 2 };
  const open = operations.filter(({ access }) => access === 'public').map(({ method, path }) => [`${method} ${path}`, limit]);
  const nodes = scope.node.findAll();
  for (const stage of nodes.filter(isStage)) {
    stage.addPropertyOverride('RouteSettings', Object.fromEntries(open));
    // A limit that names a route which does not exist yet fails the deployment.
    for (const route of nodes.filter(isRoute)) stage.addResourceDependency(route);
  }
};
