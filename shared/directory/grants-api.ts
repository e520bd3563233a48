import * as z from 'zod';
import { ClassId, GrantId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { LocalDate } from '../kernel/school-time.ts';
import { directoryErrors } from './errors.ts';
import { GivenAccess, GrantKind, GrantState } from './grant.ts';

const errors = directoryErrors;
const schoolPath = z.strictObject({ schoolId: SchoolId });

/** A teacher of a school, with what he teaches there. */
export const TeacherView = z.strictObject({
  personId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  classes: z.array(z.strictObject({ classId: ClassId, name: z.string() })),
  groups: z.array(z.strictObject({ groupId: GroupId, name: z.string() })),
});
export type TeacherView = z.infer<typeof TeacherView>;

/** An access as the head who gives and ends it reads it. */
export const GrantView = z.strictObject({
  grantId: GrantId,
  kind: GrantKind,
  personId: PersonId,
  /** Who holds it. */
  person: z.string(),
  /** The pupil who is accompanied, the teacher who is inspected or replaced. */
  about: z.string(),
  /** What a substitute takes over. */
  audience: z.array(z.string()),
  from: LocalDate,
  until: LocalDate,
  state: GrantState,
  evidence: z.string(),
  givenBy: z.string(),
  givenOn: LocalDate,
  revoked: z.strictObject({ on: LocalDate, by: z.string(), reason: z.string() }).optional(),
});
export type GrantView = z.infer<typeof GrantView>;

export const grantsOperations = {
  listTeachers: operation({
    id: 'directory.list-teachers',
    method: 'GET',
    path: '/schools/{schoolId}/teachers',
    summary: 'Lister les professeurs d’un établissement et leurs classes',
    access: 'session',
    input: { path: schoolPath },
    output: z.strictObject({ schoolId: SchoolId, teachers: z.array(TeacherView) }),
    errors,
    refusals: [],
  }),
  listGrants: operation({
    id: 'directory.list-grants',
    method: 'GET',
    path: '/schools/{schoolId}/grants',
    summary: 'Lire les accès donnés pour un temps : AESH, inspecteurs, remplaçants',
    access: 'session',
    input: { path: schoolPath },
    output: z.strictObject({ schoolId: SchoolId, schoolName: z.string(), grants: z.array(GrantView) }),
    errors,
    refusals: [],
  }),
  giveGrant: operation({
    id: 'directory.give-grant',
    method: 'POST',
    path: '/schools/{schoolId}/grants',
    summary: 'Donner un accès pour un temps à un AESH, un inspecteur ou un remplaçant',
    access: 'session',
    input: {
      path: schoolPath,
      body: z.strictObject({
        /** The academic mail by which the academy knows the person. */
        mail: z.string().trim().min(3).max(200),
        access: GivenAccess,
        from: LocalDate,
        until: LocalDate,
        /** The order or decision it rests upon. */
        evidence: z.string().trim().max(1000),
        requestId: z.string().min(1).max(80),
      }),
    },
    output: GrantView,
    errors,
    refusals: [
      'directory.unknown-agent',
      'directory.grant-dates',
      'directory.grant-not-here',
      'directory.already-granted',
      'directory.too-many-grants',
      'directory.grant-evidence-required',
    ],
  }),
  revokeGrant: operation({
    id: 'directory.revoke-grant',
    method: 'POST',
    path: '/schools/{schoolId}/grants/{grantId}/revocation',
    summary: 'Mettre fin à un accès avant son terme',
    access: 'session',
    input: { path: schoolPath.extend({ grantId: GrantId }), body: z.strictObject({ reason: z.string().trim().max(1000) }) },
    output: GrantView,
    errors,
    refusals: ['directory.grant-over', 'directory.grant-evidence-required'],
  }),
} as const;
