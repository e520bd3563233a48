'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

/** With scripts the page follows by itself while it is looked at, and can be paused; without, the link beside it does. */
export const AutoRefresh = ({ everySeconds = 30 }: { readonly everySeconds?: number }) => {
  const router = useRouter();
  const [mode, setMode] = useState<'unknown' | 'on' | 'off'>('unknown');
  useEffect(() => setMode('on'), []);
  useEffect(() => {
    if (mode !== 'on') return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [mode, router, everySeconds]);
  if (mode === 'unknown') return null;
  return (
    <button type="button" className="btn btn-quiet" aria-pressed={mode === 'on'} onClick={() => setMode(mode === 'on' ? 'off' : 'on')}>
      {mode === 'on' ? 'Suivi automatique : actif' : 'Suivi automatique : en pause'}
    </button>
  );
};
