import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** True once a script runs in the page: what needs one is offered only then. */
export const useScripts = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
