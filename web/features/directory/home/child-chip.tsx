interface ChildChipProps {
  readonly firstName: string;
  readonly schoolName: string;
  readonly className?: string | undefined;
}

const HUES = ['bg-sky-soft text-sky', 'bg-leaf-soft text-leaf', 'bg-amber-soft text-amber', 'bg-primary-soft text-primary'];

const hueOf = (name: string): string =>
  HUES[Array.from(name, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0) % HUES.length] ?? '';

/** A child as a parent looks for him: first name first, then the school. */
export const ChildChip = ({ firstName, schoolName, className }: ChildChipProps) => (
  <span className="inline-flex items-center gap-3">
    <span aria-hidden="true" className={`grid size-11 flex-none place-items-center rounded-full text-xl font-bold ${hueOf(firstName)}`}>
      {firstName.charAt(0)}
    </span>
    <span className="flex flex-col">
      <span className="text-lg leading-tight font-bold">{firstName}</span>
      <span className="text-[0.9375rem] leading-snug font-normal tracking-normal text-soft">
        {className === undefined ? schoolName : `${schoolName} · ${className}`}
      </span>
    </span>
  </span>
);
