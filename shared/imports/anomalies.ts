import type { Severity } from './schema.ts';

interface AnomalySpec {
  readonly severity: Severity;
  /** `{name}` are replaced by the details. */
  readonly message: string;
}

/** Everything that may be wrong in a delivery, and what becomes of it. */
export const anomalies = {
  'archive-unknown': {
    severity: 'refuses',
    message: 'Ce fichier n’est pas une archive zip ou tgz. Envoyez l’archive telle que l’académie la fournit.',
  },
  'archive-broken': { severity: 'refuses', message: 'L’archive est abîmée ou incomplète. Téléchargez-la de nouveau, puis renvoyez-la.' },
  'archive-empty': {
    severity: 'refuses',
    message: 'L’archive ne contient aucun fichier d’annuaire. Vérifiez que c’est bien une livraison AAF.',
  },
  'archive-path': {
    severity: 'refuses',
    message: 'L’archive contient un nom de fichier interdit (« {name} »). Elle est refusée entière ; prévenez qui l’a produite.',
  },
  'archive-bomb': {
    severity: 'refuses',
    message: 'Une fois décompressée, l’archive dépasse les limites ({limit}). Elle est refusée entière.',
  },
  'archive-members': { severity: 'refuses', message: 'L’archive contient plus de {limit} fichiers. Elle est refusée entière.' },
  'file-ignored': { severity: 'warns', message: 'Ce fichier ne porte pas un nom d’annuaire : il n’est pas lu.' },
  'dates-differ': {
    severity: 'refuses',
    message: 'Les fichiers de l’archive ne portent pas tous la même date ({dates}). Renvoyez une livraison d’un seul jour.',
  },
  'modes-differ': { severity: 'refuses', message: 'L’archive mêle des fichiers complets et des fichiers Delta. Renvoyez-les séparément.' },
  'file-missing': {
    severity: 'refuses',
    message: 'La livraison complète n’a pas de fichier {type}. Sans lui, trop de personnes paraîtraient absentes : rien n’est importé.',
  },
  'older-delivery': {
    severity: 'refuses',
    message: 'Cette livraison ({date}) est plus ancienne que la dernière appliquée ({last}). Envoyez la plus récente.',
  },
  'delta-without-complete': {
    severity: 'refuses',
    message: 'Une livraison Delta complète une livraison complète, et aucune n’a été appliquée. Importez d’abord la livraison complète.',
  },
  'delta-too-far': {
    severity: 'refuses',
    message: 'Plus de {days} jours séparent ce Delta ({date}) de la dernière livraison ({last}). Importez une livraison complète.',
  },
  'other-academy': { severity: 'refuses', message: 'Cette livraison vient d’une autre académie ({code}). Vérifiez le fichier choisi.' },
  'first-degree': {
    severity: 'refuses',
    message: 'Cette livraison est du premier degré, que cet import ne lit pas. Envoyez la livraison du second degré.',
  },
  'encoding-unsupported': {
    severity: 'refuses',
    message: 'L’encodage déclaré ({encoding}) n’est pas lu. Demandez une livraison en UTF-8 ou ISO-8859-15.',
  },
  'encoding-wrong': {
    severity: 'warns',
    message: 'Le fichier se déclare en {declared} mais est écrit en {actual} : il a été lu en {actual}. Vérifiez les accents.',
  },
  'xml-broken': {
    severity: 'refuses',
    message: 'Le fichier est coupé ou mal formé (ligne {line}). Téléchargez de nouveau la livraison, puis renvoyez-la.',
  },
  'entity-declared': { severity: 'warns', message: 'Le fichier déclare des entités : elles ne sont ni lues ni cherchées ailleurs.' },
  'entity-unknown': { severity: 'warns', message: 'L’entité « &{name}; » est inconnue : elle est retirée du texte.' },
  'attribute-unknown': { severity: 'warns', message: 'L’attribut {name} n’est pas connu : il est laissé de côté.' },
  'category-unknown': { severity: 'drops', message: 'La catégorie « {name} » n’est pas connue : ses fiches sont laissées de côté.' },
  'record-without-key': { severity: 'drops', message: 'Une fiche n’a pas d’identifiant : elle est laissée de côté.' },
  'record-too-long': { severity: 'drops', message: 'Une valeur de cette fiche est démesurée : la fiche est laissée de côté.' },
  'operation-in-complete': {
    severity: 'drops',
    message: 'Une modification ou une suppression se trouve dans une livraison complète : elle est laissée de côté.',
  },
  'duplicate-key': { severity: 'drops', message: 'Cet identifiant paraît deux fois : seule la première fiche est gardée.' },
  'name-missing': { severity: 'drops', message: 'La fiche n’a ni nom ni prénom : elle est laissée de côté.' },
  'uai-missing': { severity: 'drops', message: 'L’établissement n’a pas de numéro UAI valable : il est laissé de côté.' },
  'school-missing': { severity: 'drops', message: 'L’établissement {school} n’est pas dans la livraison : l’élève est laissé de côté.' },
  'class-missing': {
    severity: 'warns',
    message: 'La classe « {name} » n’existe pas dans son établissement : l’élève est importé sans classe.',
  },
  'class-elsewhere': {
    severity: 'warns',
    message: 'L’élève a aussi la classe « {name} » dans un autre établissement : seul son établissement de rattachement est gardé.',
  },
  'group-missing': { severity: 'warns', message: 'Le groupe « {name} » n’existe pas dans son établissement : il est laissé de côté.' },
  'guardian-missing': { severity: 'drops', message: 'Le responsable {key} n’est pas dans la livraison : le lien est laissé de côté.' },
  'link-broken': {
    severity: 'drops',
    message: 'Le lien « {value} » n’a pas ses six champs ou porte un code inconnu : il est laissé de côté.',
  },
  'link-twice': { severity: 'warns', message: 'Un responsable paraît deux fois sur cet élève : une seule ligne est gardée.' },
  'birth-date-wrong': { severity: 'warns', message: 'La date de naissance n’existe pas : l’élève est tenu pour mineur.' },
  'staff-school-missing': {
    severity: 'warns',
    message: 'L’établissement {school} d’un agent n’est pas dans la livraison : ce poste est laissé de côté.',
  },
  'staff-class-missing': {
    severity: 'warns',
    message: 'La classe ou le groupe « {name} » d’un enseignant n’existe pas : l’affectation est laissée de côté.',
  },
  'delta-unknown': {
    severity: 'drops',
    message: 'Le Delta modifie ou supprime une fiche que l’annuaire ne connaît pas : elle est laissée de côté.',
  },
} as const satisfies Readonly<Record<string, AnomalySpec>>;

export type AnomalyCode = keyof typeof anomalies;

/** The French sentence of an anomaly, its details in place. */
export const anomalyMessage = (code: AnomalyCode, details: Readonly<Record<string, string>> = {}): string =>
  anomalies[code].message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => details[name] ?? whole);
