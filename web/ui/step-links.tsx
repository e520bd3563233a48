import { Anchor } from './anchor.tsx';
import { Icon } from './icon.tsx';

interface StepLinksProps {
  readonly label: string;
  readonly title: string;
  readonly before: { readonly href: string; readonly label: string };
  readonly after: { readonly href: string; readonly label: string };
}

/** One step back, where we are, one step on: plain links, so that each day and month has its address. */
export const StepLinks = ({ label, title, before, after }: StepLinksProps) => (
  <nav aria-label={label} className="flex items-center justify-between gap-2">
    <Anchor href={before.href} className="btn btn-quiet px-3">
      <Icon name="back" />
      <span className="sr-only">{before.label}</span>
    </Anchor>
    <p className="text-center text-lg font-bold">{title}</p>
    <Anchor href={after.href} className="btn btn-quiet px-3">
      <Icon name="arrow" />
      <span className="sr-only">{after.label}</span>
    </Anchor>
  </nav>
);
