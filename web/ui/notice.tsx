import type { ReactNode } from 'react';
import { FormIcon, type FormIconName } from './form-icon.tsx';

type Tone = 'done' | 'info' | 'warning' | 'refused';

const LOOK = {
  done: { icon: 'check', look: 'bg-leaf-soft text-leaf border-leaf' },
  info: { icon: 'info', look: 'bg-sky-soft text-sky border-sky' },
  warning: { icon: 'warning', look: 'bg-amber-soft text-amber border-amber' },
  refused: { icon: 'warning', look: 'bg-brick-soft text-brick border-brick' },
} as const satisfies Record<Tone, { icon: FormIconName; look: string }>;

interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** `status` speaks politely, `alert` at once; without, the notice is plain text. */
  readonly live?: 'status' | 'alert';
}

export const Notice = ({ tone, children, live }: NoticeProps) => (
  <div {...(live === undefined ? {} : { role: live })} className={`flex gap-3 rounded-card border-s-4 px-4 py-3 ${LOOK[tone].look}`}>
    <FormIcon name={LOOK[tone].icon} className="mt-0.5 size-6" />
    <div className="min-w-0 flex-1 text-ink">{children}</div>
  </div>
);
