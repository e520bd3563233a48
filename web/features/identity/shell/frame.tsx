import type { ReactNode } from 'react';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import { Logo } from '@/ui/logo.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Footer } from './footer.tsx';
import { sectionsOf, type NavEntry, type SectionName } from './sections.ts';
import type { Setting } from './setting.ts';
import { shellTexts } from './texts.ts';
import type { Visit } from './visitor.ts';

interface NavProps {
  readonly entries: readonly NavEntry[];
  readonly current: SectionName | undefined;
  readonly label: string;
}

const WideNav = ({ entries, current, label }: NavProps) => (
  <nav aria-label={label} className="mx-auto hidden max-w-6xl px-4 sm:px-6 md:block">
    <ul className="flex flex-wrap gap-x-1">
      {entries.map((entry) => (
        <li key={entry.name}>
          <Anchor
            href={entry.href}
            {...(entry.name === current ? { current: 'page' as const } : {})}
            className="inline-flex min-h-12 items-center gap-2 border-b-4 border-transparent px-3 text-on-band no-underline hover:border-on-band/50 aria-[current]:border-chalk aria-[current]:font-bold"
          >
            <Icon name={entry.icon} />
            {entry.label}
          </Anchor>
        </li>
      ))}
    </ul>
  </nav>
);

const FootNav = ({ entries, current, label }: NavProps) => (
  <nav
    aria-label={label}
    className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
  >
    <ul className="flex flex-wrap">
      {entries.map((entry) => (
        <li key={entry.name} className="flex-[1_1_3.3rem]">
          <Anchor
            href={entry.href}
            {...(entry.name === current ? { current: 'page' as const } : {})}
            className="flex min-h-[min(4rem,68px)] flex-col items-center justify-center gap-0.5 border-t-4 border-transparent px-px pb-1 text-center text-[0.8125rem] leading-tight text-ink no-underline aria-[current]:border-primary aria-[current]:font-bold aria-[current]:text-primary"
          >
            <Icon name={entry.icon} className="size-[min(1.5rem,26px)]" />
            {entry.label}
          </Anchor>
        </li>
      ))}
    </ul>
  </nav>
);

interface FrameProps {
  readonly setting: Setting;
  readonly visit?: Visit | undefined;
  readonly current?: SectionName;
  /** A page with its own bar at the foot of the screen, such as the roll call, hides the sections there. */
  readonly focused?: boolean;
  readonly children: ReactNode;
}

/** What surrounds every page: the band with the school of the moment, at most five sections, the content and the legal footer. */
export const Frame = ({ setting, visit, current, focused = false, children }: FrameProps) => {
  const texts = shellTexts(setting.language);
  const entries = visit === undefined ? [] : sectionsOf(visit.role, texts);
  return (
    <>
      <a href="#contenu" className="skip btn btn-chalk">
        {texts.skip}
      </a>
      <header className="bg-band text-on-band">
        <div className="mx-auto flex min-h-16 max-w-6xl flex-wrap items-center justify-between gap-x-3 px-4 sm:px-6">
          <div className="flex min-w-0 flex-[1_1_7rem]">
            <Anchor href="/" className="inline-flex min-h-11 min-w-0 items-center gap-2.5 text-on-band no-underline">
              <Logo className="h-9 flex-none" />
              <span className="flex min-w-16 flex-col leading-none">
                <span className="text-2xl font-bold tracking-tight whitespace-nowrap">Préau</span>
                {visit?.school === undefined ? null : <span className="mt-1 text-sm leading-tight text-balance">{visit.school.name}</span>}
              </span>
            </Anchor>
          </div>
          {visit === undefined ? null : <AccountMenu visit={visit} texts={texts} />}
        </div>
        {entries.length === 0 ? null : <WideNav entries={entries} current={current} label={texts.mainNav} />}
      </header>
      <main id="contenu" tabIndex={-1} className="w-full flex-1 outline-none">
        {children}
      </main>
      {entries.length === 0 || focused ? null : <FootNav entries={entries} current={current} label={texts.mainNav} />}
      <Footer {...setting} />
    </>
  );
};
