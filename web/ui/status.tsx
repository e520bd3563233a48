import { Icon, type IconName } from './icon.tsx';

export type StatusTone = 'brick' | 'amber' | 'leaf' | 'sky' | 'plain';

const TONES = {
  brick: 'bg-brick-soft text-brick',
  amber: 'bg-amber-soft text-amber',
  leaf: 'bg-leaf-soft text-leaf',
  sky: 'bg-sky-soft text-sky',
  plain: 'bg-sunken text-ink',
} as const satisfies Record<StatusTone, string>;

/** A state: always a word, helped by a shape and a colour, never by the colour alone. */
export const Status = ({ tone, icon, children }: { readonly tone: StatusTone; readonly icon: IconName; readonly children: string }) => (
  <span
    className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-[0.9375rem] leading-tight font-semibold whitespace-nowrap ${TONES[tone]}`}
  >
    <Icon name={icon} className="size-4" />
    {children}
  </span>
);
