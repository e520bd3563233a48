import { academyOf, type Academy } from './academies.ts';

/** `nancy-metz-prod`, as the web's deployment names it: the academy and its stage. */
export const academyStageOf = (name: string): { readonly academy: Academy; readonly stage: string } => {
  const dash = name.lastIndexOf('-');
  return { academy: academyOf(name.slice(0, dash)), stage: name.slice(dash + 1) };
};

export const webStageName = (academy: Academy, stage: string): string => `${academy.code}-${stage}`;
