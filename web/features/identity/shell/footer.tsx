import { conformityText, declaration } from '@/features/accessibility/declaration.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Icon } from '@/ui/icon.tsx';
import { shellTexts } from './texts.ts';
import type { Setting } from './setting.ts';

/** The accessibility mention that the law asks for on each page, the light mode and the language. */
export const Footer = ({ language, light, kind, returnTo, academy }: Setting) => {
  const texts = shellTexts(language);
  const hasLanguages = kind !== 'staff' && kind !== 'operator';
  return (
    <footer aria-label={texts.serviceInfo} className="mt-auto border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-col gap-4 px-4 py-6 pb-28 text-[0.9375rem] sm:px-6 md:flex-row md:items-center md:justify-between md:pb-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          <li className="inline-flex min-h-11 items-center">{academy}</li>
          <li>
            <Anchor href="/accessibilite" className="inline-flex min-h-11 items-center">
              {`${texts.accessibility} : ${conformityText(declaration, language)}`}
            </Anchor>
          </li>
          <li>
            <Anchor href="/aide" className="inline-flex min-h-11 items-center">
              {texts.help}
            </Anchor>
          </li>
          <li>
            <Anchor href="/verification" className="inline-flex min-h-11 items-center">
              {texts.verification}
            </Anchor>
          </li>
          {kind === undefined || kind === 'operator' ? null : (
            <li>
              <Anchor href="/regles-de-publication" className="inline-flex min-h-11 items-center">
                {texts.rules}
              </Anchor>
            </li>
          )}
        </ul>
        <div className="flex flex-wrap gap-2">
          <form action="/reglages/mode-leger" method="post">
            <input type="hidden" name="returnTo" value={returnTo} />
            <button type="submit" name="light" value={light ? '0' : '1'} className="btn btn-quiet">
              {light ? texts.full : texts.light}
            </button>
          </form>
          {hasLanguages ? (
            <form action="/reglages/langue" method="post">
              <input type="hidden" name="returnTo" value={returnTo} />
              <button type="submit" name="language" value={texts.languageCode} lang={texts.languageCode} className="btn btn-quiet">
                <Icon name="globe" />
                {texts.language}
              </button>
            </form>
          ) : null}
        </div>
      </div>
    </footer>
  );
};
