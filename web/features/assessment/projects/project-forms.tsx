import {
  EPI_THEMES,
  PATH_NAMES,
  PathCode,
  PROJECT_TEXT_MAX,
  PROJECT_TITLE_MAX,
  type Project,
} from '@preau/shared/assessment/class-projects.ts';
import type { ProjectsView } from '@preau/shared/assessment/projects-api.ts';
import { ActionForm, FormArea, FormChecks, FormText } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { councilAddress } from '../council/addresses.ts';
import { removeProject, writePaths, writeProject } from './actions.ts';
import { kindWords } from './words.ts';

const Hidden = ({ view, project }: { readonly view: ProjectsView; readonly project?: Project }) => (
  <>
    <input type="hidden" name="schoolId" value={view.schoolId} />
    <input type="hidden" name="classId" value={view.classId} />
    <input type="hidden" name="period" value={view.period} />
    <input type="hidden" name="revision" value={view.revision} />
    {project === undefined ? null : <input type="hidden" name="projectId" value={project.projectId} />}
  </>
);

const KINDS = [
  { value: 'support', label: 'Accompagnement personnalisé' },
  ...Object.entries(EPI_THEMES).map(([value, label]) => ({ value, label: `EPI · ${label}` })),
];

/** Adds a project, or writes one again. */
export const ProjectForm = ({ view, project }: { readonly view: ProjectsView; readonly project?: Project }) => {
  const subjects = [...new Set([...view.subjects, ...(project?.subjects ?? [])])];
  return (
    <ActionForm
      id={project?.projectId ?? 'projet'}
      action={writeProject}
      faultTitle="Le projet n’est pas enregistré"
      opener={
        project === undefined ? (
          'Ajouter un projet'
        ) : (
          <>
            Modifier<span className="sr-only">{` : ${project.title}`}</span>
          </>
        )
      }
    >
      <Hidden view={view} {...(project === undefined ? {} : { project })} />
      <FormText name="title" label="Titre" hint={`${PROJECT_TITLE_MAX} caractères au plus.`} defaultValue={project?.title ?? ''} />
      <FormSelect name="kind" label="Sorte de projet" options={KINDS} defaultValue={project?.theme ?? 'support'} />
      <FormChecks
        name="subjects"
        legend="Matières"
        hint="Deux au moins pour un EPI."
        chosen={project?.subjects ?? []}
        columns="sm:grid-cols-2"
        options={subjects.map((subject) => ({ value: subject, label: subject }))}
      />
      <FormArea
        name="description"
        label="Ce que la classe a fait"
        hint={`${PROJECT_TEXT_MAX} caractères au plus.`}
        rows={4}
        defaultValue={project?.description ?? ''}
      />
      <FormChecks
        name="pupils"
        legend="Élèves"
        hint="Ne cochez personne quand toute la classe participe."
        chosen={project?.pupilIds ?? []}
        columns="sm:grid-cols-2"
        options={view.pupils.map(({ pupilId, name }) => ({ value: pupilId, label: name }))}
      />
      <button type="submit" className="btn btn-primary self-start">
        {project === undefined ? 'Ajouter' : 'Enregistrer'}
      </button>
    </ActionForm>
  );
};

/** The projects of the class, each with what may be done of it. */
export const ProjectCards = ({ view }: { readonly view: ProjectsView }) => (
  <ul className="flex flex-col gap-3">
    {view.projects.map((project) => (
      <li key={project.projectId} className="card flex flex-col gap-3 p-4">
        <h3 className="text-lg">{project.title}</h3>
        <p className="text-soft">
          {`${kindWords(project)} · ${project.subjects.join(', ')} · ${project.pupilIds === undefined ? 'toute la classe' : `${project.pupilIds.length} élèves`}`}
        </p>
        {project.description === undefined ? null : <p className="whitespace-pre-line">{project.description}</p>}
        <p>
          <Anchor href={councilAddress(view, `/projets/${project.projectId}`)}>
            Ce qui est dit de chaque élève
            <span className="sr-only">{` : ${project.title}`}</span>
          </Anchor>
        </p>
        {view.mayRun && !view.closed ? (
          <div className="flex flex-wrap gap-3">
            <ProjectForm view={view} project={project} />
            <ActionForm
              id={`retrait-${project.projectId}`}
              action={removeProject}
              faultTitle="Le projet n’est pas retiré"
              opener={
                <>
                  Retirer…<span className="sr-only">{` : ${project.title}`}</span>
                </>
              }
              openerLook="btn-danger"
            >
              <Hidden view={view} project={project} />
              <p>Il ne figurera plus sur les bilans. Ce qui est écrit des élèves reste gardé.</p>
              <button type="submit" className="btn btn-danger self-start">
                Retirer ce projet
              </button>
            </ActionForm>
          </div>
        ) : null}
      </li>
    ))}
  </ul>
);

/** What each educational path was for the whole class. */
export const PathsForm = ({ view }: { readonly view: ProjectsView }) => (
  <ActionForm
    id="parcours"
    action={writePaths}
    faultTitle="Les parcours ne sont pas enregistrés"
    className="card flex flex-col gap-5 p-5 sm:p-6"
  >
    <Hidden view={view} />
    {PathCode.options.map((code) => (
      <div key={code}>
        <FormArea
          name={`path-${code}`}
          label={PATH_NAMES[code]}
          hint={`Pour toute la classe, ${PROJECT_TEXT_MAX} caractères au plus ; vide quand rien n’a eu lieu.`}
          rows={3}
          defaultValue={view.paths[code] ?? ''}
        />
        <p>
          <Anchor href={councilAddress(view, `/projets/${code}`)}>{`${PATH_NAMES[code]} : élève par élève`}</Anchor>
        </p>
      </div>
    ))}
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer les parcours
    </button>
  </ActionForm>
);
