import { Anchor } from './anchor.tsx';
import { Icon } from './icon.tsx';

interface StepLinksProps {
  readonly label: string;
  readonly title: string;
  readonly before: { readonly href: string; readonly label: string };
  readonly after: { readonly href: string; readonly label: string };
}

/** However large the text, they leave it their place. */
const STEP = 'btn btn-quiet px-[min(0.75rem,13px)]';
const ARROW = 'size-[min(1.25rem,22px)]';

/** One step back, where we are, one step on: plain links, so that each day and month has its address. */
export const StepLinks = ({ label, title, before, after }: StepLinksProps) => (
  <nav aria-label={label} className="flex items-center justify-between gap-[min(0.5rem,9px)]">
    <Anchor href={before.href} className={STEP}>
      <Icon name="back" className={ARROW} />
      <span className="sr-only">{before.label}</span>
    </Anchor>
    <p className="min-w-0 text-center text-lg font-bold">{title}</p>
    <Anchor href={after.href} className={STEP}>
      <Icon name="arrow" className={ARROW} />
      <span className="sr-only">{after.label}</span>
    </Anchor>
  </nav>
);
