import { Icon, type IconName } from '@/ui/icon.tsx';
import type { SavingStatus } from './saver.ts';

const timeOf = (at: Date): string => at.toLocaleTimeString('fr-FR', { hour: 'numeric', minute: '2-digit' }).replace(':', '\u00A0h\u00A0');

const said = (status: SavingStatus): { readonly icon: IconName; readonly look: string; readonly words: string } => {
  switch (status.step) {
    case 'saving':
      return { icon: 'hourglass', look: 'text-soft', words: 'Enregistrement en cours' };
    case 'cut':
      return {
        icon: 'warning',
        look: 'text-brick',
        words: 'La connexion est coupée : gardez cette page ouverte, l’enregistrement reprendra seul.',
      };
    case 'refused':
      return { icon: 'warning', look: 'text-brick', words: status.message };
    case 'saved': {
      const seen = status.visibleFrom === undefined ? '' : ` Les corrections seront vues ${status.visibleFrom}.`;
      const words = status.at === undefined ? 'Ce que vous saisissez s’enregistre seul.' : `Enregistré à ${timeOf(status.at)}.${seen}`;
      return { icon: 'check', look: 'text-leaf', words };
    }
  }
};

/** Where what was entered stands, said as it changes. */
export const SavingLine = ({ status }: { readonly status: SavingStatus }) => {
  const { icon, look, words } = said(status);
  return (
    <output className={`flex min-w-56 flex-1 items-start gap-2 font-semibold ${look}`}>
      <Icon name={icon} className="mt-0.5 size-5" />
      <span>{words}</span>
    </output>
  );
};
