'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useScripts } from './use-scripts.ts';

/** With scripts the page follows by itself while it is looked at, and can be paused; without, the link beside it does. */
export const AutoRefresh = ({ everySeconds = 30 }: { readonly everySeconds?: number }) => {
  const router = useRouter();
  const [paused, setPaused] = useState(false);
  // Nothing is offered until a script runs: the button would do nothing.
  const hasScripts = useScripts();
  useEffect(() => {
    if (paused) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [paused, router, everySeconds]);
  if (!hasScripts) return null;
  return (
    <button type="button" className="btn btn-quiet" aria-pressed={!paused} onClick={() => setPaused(!paused)}>
      {paused ? 'Suivi automatique : en pause' : 'Suivi automatique : actif'}
    </button>
  );
};
