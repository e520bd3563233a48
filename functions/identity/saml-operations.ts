import type { Bound } from '../runtime/bind.ts';
import { consumeAssertion } from './consume-assertion.ts';
import { readMetadata } from './read-metadata.ts';
import type { SamlServices } from './services.ts';
import { startSignIn } from './start-sign-in.ts';

/** What speaks to guichets, in a function of its own: its XML libraries weigh more than all the rest, and its key opens assertions. */
export const samlOperations: readonly Bound<SamlServices>[] = [startSignIn, consumeAssertion, readMetadata];
