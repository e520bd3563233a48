import type { Bound } from '../runtime/bind.ts';
import { acceptPositions } from './accept-positions.ts';
import { changeCouncil } from './change-council.ts';
import { changeProjects } from './change-projects.ts';
import { changePeriods } from './change-periods.ts';
import { changeSkills } from './change-skills.ts';
import { checkCouncil } from './check-council.ts';
import { closePeriod } from './close-period.ts';
import { decideForPupil } from './decide-for-pupil.ts';
import { decideSocle } from './decide-socle.ts';
import { listCouncils } from './list-councils.ts';
import { listPeriods } from './list-periods.ts';
import { listServices } from './list-services.ts';
import { prepareCouncil } from './prepare-council.ts';
import { proofreadRemarks } from './proofread-remarks.ts';
import { readLevels } from './read-levels.ts';
import { readCouncilPupil } from './read-council-pupil.ts';
import { readCouncil } from './read-council.ts';
import { readPeriods } from './read-periods.ts';
import { readProjects } from './read-projects.ts';
import { readPupilSkills } from './read-pupil-skills.ts';
import { readRemarks } from './read-remarks.ts';
import { readSkills } from './read-skills.ts';
import { reopenPeriod } from './reopen-period.ts';
import { listServicesOfClass } from './list-services-of-class.ts';
import { setClassCoefficients } from './set-class-coefficients.ts';
import { readService } from './read-service.ts';
import { changeService } from './change-service.ts';
import { readMarksSettings } from './read-marks-settings.ts';
import { changeMarksSettings } from './change-marks-settings.ts';
import { readGrid } from './read-grid.ts';
import { addEvaluation } from './add-evaluation.ts';
import { takeQuiz } from './take-quiz.ts';
import { readEvaluation } from './read-evaluation.ts';
import { changeEvaluation } from './change-evaluation.ts';
import { withdrawEvaluation } from './withdraw-evaluation.ts';
import { restoreEvaluation } from './restore-evaluation.ts';
import { copyEvaluation } from './copy-evaluation.ts';
import { saveCells } from './save-cells.ts';
import { readHistory } from './read-history.ts';
import { previewPublication } from './preview-publication.ts';
import { publishEvaluation } from './publish-evaluation.ts';
import { cancelPublication } from './cancel-publication.ts';
import { listResults } from './list-results.ts';
import { readResults } from './read-results.ts';
import { markResultsSeen } from './mark-results-seen.ts';
import { readClassResults } from './read-class-results.ts';
import type { AssessmentServices } from './services.ts';
import { sayOfPupils } from './say-of-pupils.ts';
import { writeLevels } from './write-levels.ts';
import { writeProgramme } from './write-programme.ts';
import { writeRemarks } from './write-remarks.ts';

export const operations: readonly Bound<AssessmentServices>[] = [
  listServices,
  listResults,
  readResults,
  markResultsSeen,
  readClassResults,
  listServicesOfClass,
  setClassCoefficients,
  readService,
  changeService,
  readMarksSettings,
  changeMarksSettings,
  readGrid,
  addEvaluation,
  takeQuiz,
  readEvaluation,
  changeEvaluation,
  withdrawEvaluation,
  restoreEvaluation,
  copyEvaluation,
  saveCells,
  readHistory,
  previewPublication,
  publishEvaluation,
  cancelPublication,
  listPeriods,
  readPeriods,
  changePeriods,
  closePeriod,
  reopenPeriod,
  readRemarks,
  writeRemarks,
  acceptPositions,
  proofreadRemarks,
  writeProgramme,
  readProjects,
  changeProjects,
  sayOfPupils,
  listCouncils,
  readCouncil,
  checkCouncil,
  prepareCouncil,
  changeCouncil,
  readCouncilPupil,
  decideForPupil,
  readSkills,
  changeSkills,
  readPupilSkills,
  readLevels,
  writeLevels,
  decideSocle,
];
