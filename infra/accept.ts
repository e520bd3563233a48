import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const SHORTEST_REASON = 40;

/** Accepts one finding of the security checks on one construct; a reason shorter than a sentence is not one. */
export const accept = (construct: IConstruct, finding: string, reason: string): void => {
  if (reason.length < SHORTEST_REASON) throw new Error(`"${reason}" does not explain why ${finding} is accepted`);
  Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason });
};
