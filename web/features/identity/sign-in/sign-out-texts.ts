import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Se déconnecter',
  ask: 'Voulez-vous quitter Préau sur cet appareil ?',
  everywhere: 'Me déconnecter aussi de tous mes autres appareils',
  signOut: 'Se déconnecter',
  stay: 'Rester connecté',
  done: 'Vous êtes déconnecté de Préau.',
  stillOpen: 'Sur un appareil partagé, fermez aussi votre session',
  close: 'Se déconnecter de',
  again: 'Se connecter de nouveau',
};

const en: typeof fr = {
  title: 'Sign out',
  ask: 'Do you want to leave Préau on this device?',
  everywhere: 'Also sign me out of all my other devices',
  signOut: 'Sign out',
  stay: 'Stay signed in',
  done: 'You are signed out of Préau.',
  stillOpen: 'On a shared device, also close your session at',
  close: 'Sign out of',
  again: 'Sign in again',
};

export const signOutTexts = (language: Language): typeof fr => (language === 'en' ? en : fr);
