import { createWriteStream, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

type Values = Readonly<Record<string, string | readonly string[]>>;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const CATEGORY = {
  EtabEducNat: 'categorieStructure',
  MatiereEducNat: 'categorieMatiere',
  MefEducNat: 'categorieMef',
  Eleve: 'categoriePersonne',
  PersRelEleve: 'categoriePersonne',
  PersEducNat: 'categoriePersonne',
} as const;
export type FeedType = keyof typeof CATEGORY;

const valuesXml = (values: string | readonly string[]): string =>
  (typeof values === 'string' ? [values] : values).map((value) => `<value>${escaped(value)}</value>`).join('');

export const addRequest = (type: FeedType, key: string, values: Values, category: string = type): string =>
  `<addRequest><operationalAttributes><attr name="${CATEGORY[type]}"><value>${category}</value></attr></operationalAttributes><identifier><id>${key}</id></identifier><attributes>${Object.entries(
    values,
  )
    .map(([name, list]) => `<attr name="${name}">${valuesXml(list)}</attr>`)
    .join('')}</attributes></addRequest>`;

export const modifyRequest = (type: FeedType, key: string, values: Values): string =>
  `<modifyRequest><operationalAttributes><attr name="${CATEGORY[type]}"><value>${type}</value></attr></operationalAttributes><identifier><id>${key}</id></identifier><modifications>${Object.entries(
    values,
  )
    .map(([name, list]) => `<modification name="${name}" operation="replace">${valuesXml(list)}</modification>`)
    .join('')}</modifications></modifyRequest>`;

export const deleteRequest = (type: FeedType, key: string): string =>
  `<deleteRequest><operationalAttributes><attr name="${CATEGORY[type]}"><value>${type}</value></attr></operationalAttributes><identifier><id>${key}</id></identifier></deleteRequest>`;

export const feedXml = (
  records: readonly string[],
  over: { readonly encoding?: string; readonly header?: string; readonly doctype?: string } = {},
): string =>
  `<?xml version="1.0" encoding="${over.encoding ?? 'UTF-8'}"?>
${over.doctype ?? '<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">'}
<!-- ${over.header ?? 'versionAF="AAF-VE2407" versionSDET="Annexe 4bis version 6.4" codeAcademieExport="012" degre="2D"'} -->
<ficAlimMENESR>
${records.join('\n')}
</ficAlimMENESR>`;

export const memberName = (type: FeedType, date = '20261120', mode: 'Complet' | 'Delta' = 'Complet'): string =>
  `ENT2DVA-ENT16_${mode}_${date}_${type}_0000.xml`;

export const aSchoolRecord = (key = '1001', over: Values = {}): string =>
  addRequest('EtabEducNat', key, {
    ENTStructureJointure: key,
    ENTStructureUAI: '0540001A',
    ENTStructureNomCourant: 'CLG$CLG DES TILLEULS$NANCY-ac-NANCY-METZ',
    ENTStructureCodeTypeStruct: '340',
    l: 'NANCY',
    ENTStructureClasses: ['6A$6e A$10010012110', '5B$5e B$10110012110'],
    ENTStructureGroupes: ['6ALL1$6e allemand'],
    ...over,
  });

export const aPupilRecord = (key: string, over: Values = {}): string =>
  addRequest('Eleve', key, {
    ENTPersonJointure: key,
    sn: 'MOREAU',
    givenName: 'Inès',
    ENTPersonDateNaissance: '01/03/2015',
    ENTPersonStructRattach: '1001',
    ENTEleveClasses: '1001$6A',
    ENTElevePersRelEleve: [`9${key}$10$1$1$1$0`],
    ...over,
  });

export const aGuardianRecord = (key: string, over: Values = {}): string =>
  addRequest('PersRelEleve', key, {
    ENTPersonJointure: key,
    sn: 'MOREAU',
    givenName: 'Claire',
    mail: 'claire@example.fr',
    mobile: '06 00 00 00 01',
    ...over,
  });

export const aStaffRecord = (key: string, over: Values = {}): string =>
  addRequest('PersEducNat', key, {
    ENTPersonJointure: key,
    sn: 'LEMOINE',
    givenName: 'Paul',
    mail: 'paul.lemoine@ac-nancy-metz.fr',
    ENTPersonFonctions: '1001$ENS$ENSEIGNEMENT$L0202',
    PersEducNatPresenceDevantEleves: 'O',
    ENTAuxEnsClassesMatieres: '1001$6A$062900',
    ...over,
  });

export type Files = Readonly<Record<string, string | Buffer>>;

/** The four files of a small complete delivery; each list replaces the default one. */
export const aDelivery = (
  over: Partial<Record<'schools' | 'pupils' | 'guardians' | 'staff', readonly string[]>> & { readonly date?: string } = {},
): Files => ({
  [memberName('EtabEducNat', over.date)]: feedXml(over.schools ?? [aSchoolRecord()]),
  [memberName('Eleve', over.date)]: feedXml(over.pupils ?? [aPupilRecord('1'), aPupilRecord('2')]),
  [memberName('PersRelEleve', over.date)]: feedXml(over.guardians ?? [aGuardianRecord('91'), aGuardianRecord('92')]),
  [memberName('PersEducNat', over.date)]: feedXml(over.staff ?? [aStaffRecord('71')]),
});

export const writeTgz = async (path: string, files: Files): Promise<void> => {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, Buffer.from(content as string));
  tar.finalize();
  await pipeline(tar, createGzip(), createWriteStream(path));
};

const CRC = Array.from(
  { length: 256 },
  (_, n) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xed_b8_83_20 ^ (c >>> 1) : c >>> 1), n) >>> 0,
);
const crc32 = (bytes: Buffer): number =>
  (bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xff_ff_ff_ff) ^ 0xff_ff_ff_ff) >>> 0;

/** A zip of stored members, names as given: archives that mean harm are made with it too. */
export const writeZip = (path: string, files: Files): void => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [bytes, label] = [Buffer.from(content as string), Buffer.from(name)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from('PK\u0003\u0004'), common, label, bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, label);
    offset += 30 + label.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  writeFileSync(path, Buffer.concat([...parts, ...directory, end]));
};
