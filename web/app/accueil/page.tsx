import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { Home } from '@preau/shared/directory/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { WaitingNotice } from '@/features/alerts/waiting-notice.tsx';
import { GuardianHome, PupilHome } from '@/features/directory/home/family-home.tsx';
import { OfficeHome, OperatorHome, StaffHome, TeacherHome } from '@/features/directory/home/staff-home.tsx';
import { RefusedPage } from '@/features/identity/shell/refused-page.tsx';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { shellTexts } from '@/features/identity/shell/texts.ts';
import { openVisit, type Visit } from '@/features/identity/shell/visit.ts';
import { load, pageLanguage } from '@/lib/session.ts';
import { Tab } from '@/ui/page.tsx';

const HomeOf = ({ home, visit, language }: { readonly home: Home; readonly visit: Visit; readonly language: Language }) => {
  switch (home.role) {
    case 'guardian':
      return <GuardianHome home={home} language={language} />;
    case 'pupil':
      return <PupilHome home={home} language={language} />;
    case 'teacher':
      return <TeacherHome home={home} />;
    case 'office':
    case 'head':
      return (
        <OfficeHome
          home={home}
          schoolId={visit.school?.schoolId ?? ''}
          teachesFirst={visit.role === 'teacher'}
          notice={visit.school === undefined ? null : <WaitingNotice schoolId={visit.school.schoolId} />}
        />
      );
    case 'staff':
      return <StaffHome home={home} />;
    case 'operator':
      return <OperatorHome home={home} />;
  }
};

const HomePage = async () => {
  const visit = await openVisit();
  const home = await load(directoryOperations.readHome, {});
  if (!home.ok) return <RefusedPage visit={visit} refusal={home.refusal} current="home" />;
  const language = await pageLanguage();
  return (
    <Shell visit={visit} current="home">
      <Tab title={shellTexts(language).home} />
      <HomeOf home={home.output} visit={visit} language={language} />
    </Shell>
  );
};

export default HomePage;
