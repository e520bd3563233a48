import { settingsOperations } from '@preau/shared/directory/settings-api.ts';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { Rules } from '@/features/directory/settings/rules.tsx';
import { readableSchools } from '@/features/directory/settings/schools.ts';
import { settingsTexts } from '@/features/directory/settings/texts.ts';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { openVisit } from '@/features/identity/shell/visit.ts';
import { textOf, type Search } from '@/lib/search.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Empty } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const RulesPage = async ({ searchParams }: { readonly searchParams: Search }) => {
  const visit = await openVisit();
  const language = await pageLanguage();
  const texts = settingsTexts(language);
  const schools = await readableSchools(visit);
  const asked = textOf((await searchParams)['etablissement']);
  const schoolId = SchoolId.safeParse(asked ?? schools[0]?.schoolId).data;
  const settings = schoolId === undefined ? undefined : await load(settingsOperations.readSchoolSettings, { path: { schoolId } });
  if (settings !== undefined && !settings.ok) return <RefusedPage visit={visit} refusal={settings.refusal} />;
  return (
    <Shell visit={visit}>
      <Tab title={texts.title} />
      <Page title={texts.title} {...(settings === undefined ? {} : { lead: settings.output.schoolName })}>
        {schools.length < 2 ? null : (
          <nav aria-label={texts.schools}>
            <ul className="flex flex-wrap gap-2">
              {schools.map((school) => (
                <li key={school.schoolId}>
                  <Anchor
                    href={`/regles-de-publication?etablissement=${school.schoolId}`}
                    className="btn btn-quiet aria-[current]:border-primary aria-[current]:bg-primary-soft"
                    {...(school.schoolId === schoolId ? { current: 'page' as const } : {})}
                  >
                    {school.name}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {settings === undefined ? <Empty>{texts.noSchool}</Empty> : <Rules settings={settings.output} language={language} />}
      </Page>
    </Shell>
  );
};

export default RulesPage;
