import { mailOf, type DemoStaff } from './model.ts';
import { MAIN_SCHOOLS } from './schools.ts';
import { STAFF_MAIL } from './staff.ts';

const [college, lycee, agricole] = MAIN_SCHOOLS;

interface Role {
  readonly firstName: string;
  readonly lastName: string;
  readonly title: 'M.' | 'Mme';
  readonly fits: (staff: DemoStaff) => boolean;
}

const has = (uai: string, functionCode: string) => (staff: DemoStaff) =>
  staff.posts.some((post) => post.uai === uai && post.functionCode === functionCode);
const teaches = (uai: string, subject: string, className?: string) => (staff: DemoStaff) =>
  staff.services.some(
    (service) => service.uai === uai && service.subject === subject && (className === undefined || service.className === className),
  );

/** Members of staff whom everybody meets: whoever holds the place takes the name. */
export const ROLES = {
  teacher: { firstName: 'Anne-Sophie', lastName: 'Schmitt', title: 'Mme', fits: teaches(college.uai, '061300', '4B') },
  principal: { firstName: 'Hélène', lastName: 'Humbert', title: 'Mme', fits: teaches(college.uai, '020700', '4B') },
  twoSchools: { firstName: 'Paul', lastName: 'Weber', title: 'M.', fits: (staff) => teaches(college.uai, '100100', '6A')(staff) },
  office: { firstName: 'Marc', lastName: 'Thouvenin', title: 'M.', fits: has(college.uai, 'CPE') },
  supervisor: { firstName: 'Lina', lastName: 'Saïdi', title: 'Mme', fits: has(college.uai, 'AED') },
  head: { firstName: 'Isabelle', lastName: 'Marchal', title: 'Mme', fits: has(college.uai, 'DIR') },
  agriculturalHead: { firstName: 'Bruno', lastName: 'Claudel', title: 'M.', fits: has(agricole.uai, 'DIR') },
} as const satisfies Readonly<Record<string, Role>>;

export const mailOfRole = ({ firstName, lastName }: Pick<Role, 'firstName' | 'lastName'>): string =>
  mailOf(firstName, lastName, STAFF_MAIL);

const named = (staff: DemoStaff, { firstName, lastName, title }: Role): DemoStaff => ({
  ...staff,
  firstName,
  lastName,
  title,
  mail: mailOfRole({ firstName, lastName }),
});

/** The lycée's own teacher of the same subject hands one class over: its school has two posts for him. */
const sharedWithLycee = (all: readonly DemoStaff[]): readonly DemoStaff[] => {
  const subject = '100100';
  const giver = all.find(teaches(lycee.uai, subject));
  const taker = all.find(ROLES.twoSchools.fits);
  const handed = giver?.services.find((service) => service.subject === subject && service.className !== undefined);
  if (giver === undefined || taker === undefined || handed === undefined) throw new Error('No teacher can be shared by two schools');
  const kept = taker.services.filter((service) => service.uai === college.uai).slice(0, 4);
  return all.map((staff) => {
    if (staff === giver) return { ...staff, services: staff.services.filter((service) => service !== handed) };
    if (staff !== taker) return staff;
    return { ...staff, services: [...kept, handed], posts: [...staff.posts, { uai: lycee.uai, functionCode: 'ENS', principalOf: [] }] };
  });
};

/** Exactly one head teacher of 4B: the one whom everybody meets. */
const withPrincipal = (all: readonly DemoStaff[]): readonly DemoStaff[] =>
  all.map((staff) => {
    const principal = staff.lastName === ROLES.principal.lastName && staff.firstName === ROLES.principal.firstName;
    return {
      ...staff,
      posts: staff.posts.map((post) => {
        if (post.uai !== college.uai) return post;
        if (principal) return { ...post, principalOf: ['4B'] };
        return { ...post, principalOf: post.principalOf.filter((name) => name !== '4B') };
      }),
    };
  });

/** Gives known people their places among the staff that was drawn. */
export const withKnownStaff = (drawn: readonly DemoStaff[]): readonly DemoStaff[] => {
  const shared = sharedWithLycee(drawn);
  const renamed = Object.values<Role>(ROLES).reduce<readonly DemoStaff[]>((all, role) => {
    const index = all.findIndex(role.fits);
    return all.map((staff, position) => (position === index ? named(staff, role) : staff));
  }, shared);
  return withPrincipal(renamed);
};
