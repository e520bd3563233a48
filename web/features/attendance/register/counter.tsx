'use client';
import { useEffect, useState, type RefObject } from 'react';
import { countWords, type Count } from './words.ts';

const countIn = (form: HTMLFormElement, called: number): Count => {
  const values = [...new FormData(form)].flatMap(([name, value]) => (name.startsWith('etat-') ? [value] : []));
  const how = (kind: string) => values.filter((value) => value === kind).length;
  return { called, absent: how('absent'), late: how('late'), exempt: how('exempt') };
};

/** Follows the radios when there are scripts; without, it only says how many pupils are called, which is always true. */
export const Counter = ({ form, called }: { readonly form: RefObject<HTMLFormElement | null>; readonly called: number }) => {
  const [count, setCount] = useState<Count>();
  useEffect(() => {
    const box = form.current;
    if (box === null) return undefined;
    const update = () => setCount(countIn(box, called));
    update();
    box.addEventListener('change', update);
    return () => box.removeEventListener('change', update);
  }, [form, called]);
  return (
    <output className="block font-semibold tabular-nums">
      {count === undefined ? `${called} ${called > 1 ? 'élèves' : 'élève'}` : countWords(count)}
    </output>
  );
};
