export const SEQUENCES_SAID = {
  creee: 'La séquence est créée. Ajoutez ses séances.',
  etape: 'La séance est enregistrée dans la séquence.',
  enregistree: 'La séquence est enregistrée.',
  copiee: 'La séquence est copiée dans les vôtres.',
  supprimee: 'La séquence est supprimée.',
  placee: 'Les séances sont placées, en brouillon, dans votre cahier.',
  'placee-en-partie': 'Les séances sont placées, en brouillon. Les cours qui avaient déjà un texte l’ont gardé.',
  progression: 'La progression est enregistrée.',
  'progression-supprimee': 'La progression est supprimée ; ses séquences restent.',
} as const;
