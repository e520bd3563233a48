'use client';
import { useEffect, useState } from 'react';
import { lengthOf } from '@preau/shared/assessment/written-text.ts';

interface LengthCounterProps {
  /** The field that is counted. */
  readonly of: string;
  readonly most: number;
}

/** Characters from which the rest is spoken. */
const NEAR = 50;

/** How much room is left, counted as the national file counts it; without a script the limit is said by the field's hint. */
export const LengthCounter = ({ of, most }: LengthCounterProps) => {
  const [length, setLength] = useState<number>();
  useEffect(() => {
    const field = document.getElementById(of);
    if (!(field instanceof HTMLTextAreaElement)) return undefined;
    const count = (): void => setLength(lengthOf(field.value));
    count();
    field.addEventListener('input', count);
    return () => field.removeEventListener('input', count);
  }, [of]);
  if (length === undefined) return null;
  const left = most - length;
  const words = left < 0 ? `${-left} de trop` : `${length} sur ${most}`;
  return (
    <p className={`text-end text-[0.9375rem] tabular-nums ${left < 0 ? 'font-bold text-brick' : 'text-soft'}`}>
      <span aria-hidden="true">{words}</span>
      <span aria-live="polite" className="sr-only">
        {left < NEAR ? (left < 0 ? `${-left} caractères de trop` : `Il reste ${left} caractères`) : ''}
      </span>
    </p>
  );
};
