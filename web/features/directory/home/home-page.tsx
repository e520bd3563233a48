import type { Home } from '@preau/shared/directory/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { WaitingAlerts, type Waiting } from '@/features/alerts/waiting-alerts.tsx';
import { Frame } from '@/features/identity/shell/frame.tsx';
import { Refused, REFUSED_TITLE } from '@/features/identity/shell/refused.tsx';
import { shellTexts } from '@/features/identity/shell/texts.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';
import { GuardianHome, PupilHome } from './family-home.tsx';
import type { HomeFound } from './find-home.ts';
import { OfficeHome, OperatorHome, StaffHome, TeacherHome } from './staff-home.tsx';

interface HomeOfProps {
  readonly home: Home;
  readonly waiting?: Waiting | undefined;
  readonly visit: Visit;
  readonly language: Language;
}

const HomeOf = ({ home, waiting, visit, language }: HomeOfProps) => {
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
          notice={waiting === undefined ? null : <WaitingAlerts {...waiting} />}
        />
      );
    case 'staff':
      return <StaffHome home={home} />;
    case 'operator':
      return <OperatorHome home={home} />;
  }
};

export const homeTitle = ({ content, setting }: HomeFound): string =>
  'refusal' in content ? REFUSED_TITLE : shellTexts(setting.language).home;

/** The home of whoever is signed in, in its frame. */
export const HomePage = ({ visit, setting, content }: HomeFound) => (
  <Frame setting={setting} visit={visit} current="home">
    {'refusal' in content ? (
      <Refused refusal={content.refusal} />
    ) : (
      <HomeOf home={content.home} waiting={content.waiting} visit={visit} language={setting.language} />
    )}
  </Frame>
);
