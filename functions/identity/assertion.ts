import * as z from 'zod';

const Text = z.union([z.string(), z.looseObject({ _: z.string().optional() }).transform((node) => node._ ?? '')]);

const Confirmation = z.looseObject({
  $: z.looseObject({ Method: z.string() }),
  SubjectConfirmationData: z
    .array(z.looseObject({ $: z.looseObject({ Recipient: z.string(), InResponseTo: z.string(), NotOnOrAfter: z.string() }) }))
    .length(1),
});

const Attribute = z.looseObject({
  $: z.looseObject({ Name: z.string(), FriendlyName: z.string().optional() }),
  AttributeValue: z.array(Text).default([]),
});

/** A verified assertion, as the SAML library gives its signed node. */
export const AssertionNode = z.looseObject({
  Assertion: z.looseObject({
    Issuer: z.array(Text).length(1),
    Subject: z.array(z.looseObject({ NameID: z.array(Text).length(1), SubjectConfirmation: z.array(Confirmation).min(1) })).length(1),
    AuthnStatement: z.array(z.looseObject({ $: z.looseObject({ SessionIndex: z.string().optional() }).optional() })).min(1),
    AttributeStatement: z.array(z.looseObject({ Attribute: z.array(Attribute).default([]) })).default([]),
  }),
});
export type AssertionNode = z.infer<typeof AssertionNode>;

/** Official names of attributes that some guichets send without their usual one. */
const OFFICIAL: Readonly<Record<string, string>> = {
  'urn:oid:1.3.6.1.4.1.20326.10.999.1.5': 'FrEduUrlRetour',
  'urn:oid:1.3.6.1.4.1.20326.10.999.1.7': 'FrEduCtPersonAffiliation',
  'urn:oid:1.3.6.1.4.1.20326.10.999.1.57': 'FrEduCtId',
  'urn:oid:0.9.2342.19200300.100.1.3': 'mail',
};

/** Attribute values by usual name: some guichets send only the official one, some only the usual one; values are always lists. */
export const attributesOf = ({ Assertion }: AssertionNode): ReadonlyMap<string, readonly string[]> => {
  const values = new Map<string, readonly string[]>();
  for (const { $, AttributeValue } of Assertion.AttributeStatement.flatMap((statement) => statement.Attribute)) {
    const name = OFFICIAL[$.Name] ?? $.FriendlyName ?? $.Name;
    values.set(name, [...(values.get(name) ?? []), ...AttributeValue.map((value) => value.trim())]);
  }
  return values;
};
