import { useEffect, useRef, type ClipboardEvent, type FocusEvent, type KeyboardEvent } from 'react';

interface MarkCellProps {
  readonly id: string;
  readonly line: number;
  readonly column: number;
  readonly label: string;
  readonly shown: string;
  readonly fault: string | undefined;
  readonly hasComment: boolean;
  readonly onLeave: (text: string) => void;
  readonly onPress: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
}

const selectAll = (event: FocusEvent<HTMLInputElement>): void => event.currentTarget.select();

/** One mark. What comes back from the server is written over what stands there only when nobody is writing in it. */
export const MarkCell = ({ id, line, column, label, shown, fault, hasComment, onLeave, onPress, onPaste }: MarkCellProps) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const cell = input.current;
    if (cell !== null && cell !== document.activeElement && fault === undefined) cell.value = shown;
  }, [shown, fault]);
  return (
    <>
      <input
        ref={input}
        id={id}
        data-line={line}
        data-column={column}
        defaultValue={shown}
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        maxLength={24}
        className={`field h-11 min-h-11 px-1.5 text-center tabular-nums ${hasComment ? 'border-e-primary border-e-4' : ''}`}
        onFocus={selectAll}
        onKeyDown={onPress}
        onPaste={onPaste}
        onBlur={(event) => onLeave(event.currentTarget.value)}
        {...(fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-erreur` })}
      />
      {fault === undefined ? null : (
        <span id={`${id}-erreur`} className="mt-1 block text-start text-[0.9375rem] leading-tight font-semibold text-brick">
          {fault}
        </span>
      )}
    </>
  );
};
