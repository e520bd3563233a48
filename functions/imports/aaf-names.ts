import { LocalDate } from '@preau/shared/kernel/school-time.ts';

const AAF_TYPES = ['EtabEducNat', 'MatiereEducNat', 'MefEducNat', 'Eleve', 'PersRelEleve', 'PersEducNat'] as const;
export type AafType = (typeof AAF_TYPES)[number];

/** Without these, a complete delivery would make people look absent. */
export const REQUIRED_TYPES: readonly AafType[] = ['EtabEducNat', 'Eleve', 'PersRelEleve', 'PersEducNat'];

export interface AafName {
  readonly delta: boolean;
  readonly date: LocalDate;
  readonly type: AafType;
}

/** What a member's name says: `ENT2DVA-ENT16_Complet_20240916_PersEducNat_0000.xml`; undefined for any other name. */
export const aafNameOf = (path: string): AafName | undefined => {
  const parts = /_(?<mode>Complet|Delta)_(?<date>\d{8})_(?<type>[A-Za-z]+)_\d+\.xml$/i.exec(path.split('/').at(-1) ?? '')?.groups;
  const type = AAF_TYPES.find((known) => known.toLowerCase() === parts?.['type']?.toLowerCase());
  const date = LocalDate.safeParse(parts?.['date']?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
  return parts === undefined || type === undefined || !date.success
    ? undefined
    : { delta: parts['mode']?.toLowerCase() === 'delta', date: date.data, type };
};

/** What a file's header comment says of itself. */
export const headerOf = (comment: string): { readonly academy?: string; readonly degree?: string } => {
  const academy = /codeAcademieExport\s*=\s*["'](\d{1,4})["']/.exec(comment)?.[1];
  const degree = /degre\s*=\s*["']([^"']{1,10})["']/i.exec(comment)?.[1];
  return { ...(academy === undefined ? {} : { academy }), ...(degree === undefined ? {} : { degree }) };
};

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const PERSON = `ENTPersonJointure ENTPersonNomPatro sn givenName cn displayName personalTitle ENTPersonAutresPrenoms ENTPersonDateNaissance ENTPersonSexe mail
  ENTPersonAdresse ENTPersonCodePostal ENTPersonVille ENTPersonPays ENTPersonAdresseDiffusion ENTPersonStructRattach ENTPersonMobileSMS homePhone telephoneNumber
  mobile facsimileTelephoneNumber ENTPersonLogin ENTPersonProfils ENTPersonCentreInteret ENTPersonAlias ENTPersonNationalProfil`;

/** Attributes that the feeds are known to carry; another one is told once and left aside. */
export const KNOWN_ATTRIBUTES: Readonly<Record<AafType, ReadonlySet<string>>> = {
  EtabEducNat:
    names(`ENTStructureJointure ENTStructureUAI ENTEtablissementUAI ENTStructureSIREN ENTStructureNomCourant ENTStructureTypeStruct ENTStructureCodeTypeStruct
    ENTEtablissementMinistereTutelle ENTEtablissementCodeMinistereTutelle ENTEtablissementContrat street postalCode l postOfficeBox telephoneNumber facsimileTelephoneNumber
    ENTStructureMailSI ENTEtablissementStructRattachFctl ENTEtablissementBassin ENTServAcAcademie ENTServAcCodeAcademie ENTStructureClasses ENTStructureGroupes
    ENTStructureSiteWeb ENTStructureEmail ENTStructureContactENT ENTStructureLogo ENTDisplayName o ou`),
  MatiereEducNat: names('ENTMatJointure ENTLibelleMatiere ENTMatiereRattach ENTMatJointureRattach'),
  MefEducNat: names('ENTMefJointure ENTLibelleMef ENTMEFRattach ENTMEFSTAT11'),
  Eleve:
    names(`${PERSON} ENTEleveINE ENTEleveStructRattachId ENTElevePersRelEleve ENTEleveBoursier ENTEleveTransport ENTEleveRegime ENTEleveStatutEleve ENTEleveMEF
    ENTEleveLibelleMEF ENTEleveNivFormation ENTEleveNivFormationDiplome ENTEleveFiliere ENTEleveEnseignements ENTEleveCodeEnseignements ENTEleveClasses ENTEleveGroupes
    ENTEleveAdresseRel ENTEleveDateEntreeClasses ENTEleveDateSortieClasses ENTEleveDateEntreeStructRattach ENTEleveDateSortieStructRattach ENTEleveStructureRattachIdMEN
    ENTEleveParents ENTElevePere ENTEleveMere ENTEleveAutoriteParentale ENTElevePersRelEleve1 ENTElevePersRelEleve2 ENTEleveQualitePersRelEleve1
    ENTEleveQualitePersRelEleve2 ENTEleveMajeur ENTEleveMajeurAnticipe ENTEleveSpecialite ENTEleveDelegClasse ENTEleveDelegAutres ENTEleveDelegEleve`),
  PersRelEleve: names(`${PERSON} ENTAuxPersRelEleveEleve`),
  PersEducNat:
    names(`${PERSON} ENTPersonFonctions PersEducNatPresenceDevantEleves ENTPersonCategorieEnseignant ENTAuxEnsCategoDiscipline ENTAuxEnsDisciplinesPoste
    ENTAuxEnsMEF ENTAuxEnsMatiereEnseignEtab ENTAuxEnsClassesMatieres ENTAuxEnsGroupesMatieres ENTAuxEnsClasses ENTAuxEnsGroupes ENTAuxEnsClassesPrincipal
    ENTPersonSTSId`),
};
