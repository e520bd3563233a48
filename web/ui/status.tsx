import { Icon, type IconName } from './icon.tsx';

export type StatusTone = 'brick' | 'amber' | 'leaf' | 'sky' | 'plain';

const TONES = {
  brick: 'bg-brick-soft text-brick',
  amber: 'bg-amber-soft text-amber',
  leaf: 'bg-leaf-soft text-leaf',
  sky: 'bg-sky-soft text-sky',
  plain: 'bg-sunken text-ink',
} as const satisfies Record<StatusTone, string>;

interface StatusProps {
  readonly tone: StatusTone;
  readonly icon: IconName;
  /** For a sentence: it may go on to a second line. */
  readonly wraps?: boolean;
  readonly children: string;
}

/** A state: always a word, helped by a shape and a colour, never by the colour alone. */
export const Status = ({ tone, icon, wraps = false, children }: StatusProps) => (
  <span
    className={`inline-flex items-center gap-1.5 px-2.5 py-1 max-w-full wrap-anywhere text-[0.9375rem] leading-tight font-semibold ${wraps ? 'rounded-card' : 'w-max flex-none rounded-full'} ${TONES[tone]}`}
  >
    <Icon name={icon} className="size-4" />
    {children}
  </span>
);
