'use client';
import { useEffect, useRef } from 'react';
import type { Fault } from '@/lib/form-state.ts';

/** What is to be corrected, each fault leading to its field; it takes the focus when it appears. */
export const ErrorSummary = ({ title, faults }: { readonly title: string; readonly faults: readonly Fault[] }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [faults]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-card border-2 border-brick bg-brick-soft p-4">
      <h2 className="text-lg font-bold text-brick">{title}</h2>
      <ul className="mt-2 flex flex-col gap-1">
        {faults.map((fault) => (
          <li key={fault.field + fault.message}>
            {fault.field === '' && fault.href === undefined ? (
              fault.message
            ) : (
              <a
                href={fault.href ?? `#${fault.field}`}
                className="font-semibold text-brick"
                {...(fault.href === undefined ? {} : { target: '_blank' })}
              >
                {fault.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
