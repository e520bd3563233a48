/** The demonstration academy before it becomes files: every person is invented. */
export interface DemoClass {
  readonly name: string;
  readonly label: string;
  /** `6`, `5`, `4`, `3`, `2`, `1`, `T`. */
  readonly level: string;
  readonly mef: string;
  readonly mefLabel: string;
}

export interface DemoGroup {
  readonly name: string;
  readonly label: string;
  readonly subject: string;
  readonly level: string;
}

export interface DemoSchool {
  readonly uai: string;
  readonly jointure: string;
  readonly name: string;
  readonly kind: 'college' | 'lycee' | 'agricole';
  readonly city: string;
  readonly postalCode: string;
  readonly classes: readonly DemoClass[];
  readonly groups: readonly DemoGroup[];
}

export interface Address {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

export interface DemoPupil {
  readonly jointure: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: 'M.' | 'Mme';
  /** `2012-04-30`. */
  readonly birthDate: string;
  readonly uai: string;
  readonly className?: string;
  readonly groupNames: readonly string[];
  /** Values of ENTElevePersRelEleve as they are written. */
  readonly links: readonly string[];
  readonly address: Address;
}

export interface DemoGuardian {
  readonly jointure: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: 'M.' | 'Mme';
  readonly mail?: string;
  readonly mobile?: string;
  /** The number agreed for texts, when it is not the first mobile. */
  readonly smsMobile?: string;
  readonly address: Address;
}

/** A teacher's hours with one class or one group. */
export interface Service {
  readonly uai: string;
  readonly subject: string;
  readonly className?: string;
  readonly groupName?: string;
  readonly hours: number;
}

interface DemoPost {
  readonly uai: string;
  /** `ENS`, `DIR`, `CPE`, `AED`, `DOC`… as AAF writes it. */
  readonly functionCode: string;
  readonly principalOf: readonly string[];
}

export interface DemoStaff {
  readonly jointure: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: 'M.' | 'Mme';
  readonly mail: string;
  readonly posts: readonly DemoPost[];
  readonly services: readonly Service[];
}

export interface Population {
  readonly schools: readonly DemoSchool[];
  readonly pupils: readonly DemoPupil[];
  readonly guardians: readonly DemoGuardian[];
  readonly staff: readonly DemoStaff[];
}

/** An academy mail or a family's mail: `.example` never leads anywhere. */
export const mailOf = (firstName: string, lastName: string, domain: string): string =>
  `${[firstName, lastName]
    .map((name) =>
      name
        .normalize('NFD')
        .replaceAll(/\p{Mark}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z]+/g, '-'),
    )
    .join('.')}@${domain}`;
