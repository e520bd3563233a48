import type { Asked } from '../play.ts';
import type { SmallAcademy } from '../small-academy-world.ts';
import { CLASS_HERE, LESSON, person, SCHOOL_HERE, TODAY } from '../small-academy.ts';

/** What a teacher of the small academy has written and prepared. */
export interface NotebookScene {
  readonly freeRecordId: string;
  readonly sequenceId: string;
  readonly stepId: string;
  readonly spareSequenceId: string;
  readonly progressionId: string;
  readonly spareProgressionId: string;
}

const text = (words: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });
const written = {
  title: 'Le schéma narratif',
  sections: { content: text('Lecture du conte'), after: text('Relire la page 12') },
  fileIds: [],
  links: [{ label: 'Le conte', href: 'https://conte.example/' }],
};
const school = { path: { schoolId: SCHOOL_HERE } };
const lesson = { path: { recordId: LESSON } };
const SOME_FILE = 'fil_unknownfileunknown';

/** The teacher publishes the morning's lesson, adds a page without lesson, and shares a sequence. */
export const playNotebook = async (academy: SmallAcademy): Promise<NotebookScene> => {
  const ask = async (operationId: string, request: Asked) => JSON.parse((await academy.send(operationId, 'teacher', request)).body);
  const addSequence = (requestId: string) =>
    ask('notebook.add-sequence', { ...school, body: { title: 'Le conte', subject: 'Français', level: '6e', requestId } });
  const addProgression = (requestId: string) =>
    ask('notebook.add-progression', { ...school, body: { title: 'Sixième', shared: true, sequenceIds: [], requestId } });

  await ask('notebook.write-record', { ...lesson, body: { revision: 0, ...written, publication: 'now' } });
  const free = await ask('notebook.add-record', {
    ...school,
    body: { date: TODAY, subject: 'Sortie', classId: CLASS_HERE, requestId: 'scene-free' },
  });
  const sequence = await addSequence('scene-sequence');
  const step = await ask('notebook.add-step', { path: { sequenceId: sequence.sequenceId }, body: { ...written, requestId: 'scene-step' } });
  await ask('notebook.write-sequence', {
    path: { sequenceId: sequence.sequenceId },
    body: { revision: 2, title: 'Le conte', subject: 'Français', level: '6e', shared: true, stepIds: [step.stepId] },
  });
  return {
    freeRecordId: free.recordId,
    sequenceId: sequence.sequenceId,
    stepId: step.stepId,
    spareSequenceId: (await addSequence('scene-spare-sequence')).sequenceId,
    progressionId: (await addProgression('scene-order')).progressionId,
    spareProgressionId: (await addProgression('scene-spare-order')).progressionId,
  };
};

export const notebookSamples = (scene: NotebookScene, pupil: string): Readonly<Record<string, Asked>> => {
  const sequence = { path: { sequenceId: scene.sequenceId } };
  return {
    'notebook.list-records': { query: { from: TODAY, until: TODAY, pupilId: person(pupil) } },
    'notebook.read-record': lesson,
    'notebook.write-record': { ...lesson, body: { revision: 1, ...written, publication: 'now' } },
    'notebook.add-record': { ...school, body: { date: TODAY, subject: 'Sortie', classId: CLASS_HERE, requestId: 'sample-free' } },
    'notebook.withdraw-record': { path: { recordId: scene.freeRecordId }, body: { revision: 1 } },
    'notebook.add-addendum': { ...lesson, body: { text: text('À noter'), requestId: 'sample-addendum' } },
    'notebook.grant-visa': { ...school, body: { records: [{ recordId: LESSON, revision: 1 }] } },
    'notebook.list-versions': lesson,
    'notebook.read-notes': lesson,
    'notebook.write-notes': { ...lesson, body: { revision: 0, text: text('Penser au film') } },
    'notebook.copy-record': { ...lesson, body: { lessonIds: [LESSON] } },
    'notebook.read-file': { path: { recordId: LESSON, fileId: SOME_FILE } },
    'notebook.export-year': { path: { year: '2026' }, query: { teacherId: person('teacher'), schoolId: SCHOOL_HERE } },
    'notebook.list-sequences': school,
    'notebook.add-sequence': { ...school, body: { title: 'La fable', subject: 'Français', level: '6e', requestId: 'sample-sequence' } },
    'notebook.read-sequence': sequence,
    'notebook.write-sequence': {
      ...sequence,
      body: { revision: 1, title: 'Le conte', subject: 'Français', level: '6e', shared: true, stepIds: [scene.stepId] },
    },
    'notebook.remove-sequence': { path: { sequenceId: scene.spareSequenceId } },
    'notebook.add-step': { ...sequence, body: { ...written, requestId: 'sample-step' } },
    'notebook.write-step': { path: { sequenceId: scene.sequenceId, stepId: scene.stepId }, body: { revision: 1, ...written } },
    'notebook.copy-sequence': { ...sequence, body: { requestId: 'sample-copy' } },
    'notebook.place-sequence': { ...sequence, body: { placements: [{ stepId: scene.stepId, lessonId: LESSON }] } },
    'notebook.add-progression': { ...school, body: { title: 'Cinquième', shared: false, sequenceIds: [], requestId: 'sample-order' } },
    'notebook.write-progression': {
      path: { progressionId: scene.progressionId },
      body: { revision: 1, title: 'Sixième', shared: true, sequenceIds: [scene.sequenceId] },
    },
    'notebook.remove-progression': { path: { progressionId: scene.spareProgressionId } },
  };
};
