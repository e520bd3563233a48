import { PersonId } from '../kernel/ids.ts';
import type { Actor } from './schema.ts';

/** A member of staff without a post: nobody whom any policy lets do anything, until a test says what he is. */
export const anActor = (change: Partial<Actor> = {}): Actor => ({
  personId: PersonId.parse('per_someone'),
  kind: 'staff',
  firstName: 'Anne',
  lastName: 'Durand',
  language: 'fr',
  sessionsValidFrom: 0,
  children: [],
  posts: [],
  operator: false,
  grants: [],
  ...change,
});
