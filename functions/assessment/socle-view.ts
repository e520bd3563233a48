import type { SocleView } from '@preau/shared/assessment/skills-api.ts';
import type { Positioning } from '@preau/shared/assessment/skills.ts';
import { SocleCode, type Cycle, type Socle } from '@preau/shared/assessment/socle.ts';

/** The end of a cycle: for each component what the levels suggest and what was decided. */
export const viewSocle = (
  cycle: Cycle,
  decided: Socle | undefined,
  suggested: Readonly<Partial<Record<SocleCode, Positioning>>>,
): SocleView => ({
  cycle,
  components: SocleCode.options.map((code) => {
    const [suggestion, level] = [suggested[code], decided?.levels[code]];
    return { code, ...(suggestion === undefined ? {} : { suggested: suggestion }), ...(level === undefined ? {} : { decided: level }) };
  }),
  digital: decided?.digital ?? {},
  synthesis: decided?.synthesis ?? '',
  revision: decided?.revision ?? 0,
  ...(decided === undefined ? {} : { decided: { byName: decided.byName, at: decided.at } }),
});
