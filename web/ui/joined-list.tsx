import { Icon } from './icon.tsx';

interface JoinedListProps {
  readonly files: readonly { readonly href: string; readonly name: string }[];
  readonly links: readonly { readonly href: string; readonly name: string }[];
  readonly label?: string;
  /** Links open in a new tab, which these words announce; without them, in the same one. */
  readonly newTab?: string;
}

const ENTRY = 'inline-flex min-h-6 items-center gap-1.5 wrap-anywhere';

/** The files and links that go with a text. */
export const JoinedList = ({ files, links, label, newTab }: JoinedListProps) =>
  files.length === 0 && links.length === 0 ? null : (
    <ul className="flex flex-col gap-1.5" aria-label={label}>
      {files.map(({ href, name }) => (
        <li key={href}>
          <a href={href} className={ENTRY}>
            <Icon name="file" />
            {name}
          </a>
        </li>
      ))}
      {links.map(({ href, name }) => (
        <li key={href}>
          <a href={href} target={newTab === undefined ? undefined : '_blank'} rel="noopener noreferrer nofollow" className={ENTRY}>
            <Icon name="globe" />
            <span>
              {name}
              {newTab === undefined ? null : <span className="sr-only">{` (${newTab})`}</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
