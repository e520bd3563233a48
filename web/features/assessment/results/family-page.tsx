import type { ReactNode } from 'react';
import { ChildTabs } from '@/features/directory/child-tabs.tsx';
import { Frame } from '@/features/identity/shell/frame.tsx';
import { Refused } from '@/features/identity/shell/refused.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page } from '@/ui/page.tsx';
import type { Found } from './find-results.ts';
import { resultsTexts } from './texts.ts';

interface FamilyPageProps<Content> {
  readonly found: Found<Content>;
  readonly title: string;
  readonly hrefOf: (pupilId: string) => string;
  readonly children: (shown: Content) => ReactNode;
}

/** A page about one pupil's results, in its frame: which child it is about is always in sight. */
export const FamilyPage = <Content,>({ found, title, hrefOf, children }: FamilyPageProps<Content>) => {
  const { visit, setting, whose, content } = found;
  const texts = resultsTexts(setting.language);
  if ('refusal' in content)
    return (
      <Frame setting={setting} visit={visit} current="results">
        <Refused refusal={content.refusal} />
      </Frame>
    );
  return (
    <Frame setting={setting} visit={visit} current="results">
      <Page title={title} wide>
        {whose.pupils.length === 0 ? null : (
          <ChildTabs label={texts.children} pupils={whose.pupils} chosen={whose.pupilId ?? ''} hrefOf={hrefOf} />
        )}
        {'nobody' in content ? <Empty>{texts.noChild}</Empty> : children(content.shown)}
      </Page>
    </Frame>
  );
};
