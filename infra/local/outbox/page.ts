import { escaped } from '../http-answer.ts';
import type { Sent, SentMail, SentSms } from './outbox.ts';

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
  article { border: 1px solid #8888; border-radius: .5rem; margin: 1rem 0; padding: 1rem; }
  dl { display: grid; grid-template-columns: 8rem 1fr; gap: .1rem 1rem; margin: 0 0 .75rem; } dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; margin: 0; } iframe { width: 100%; height: 26rem; border: 1px solid #8888; background: #fff; }
  .tag { display: inline-block; border: 1px solid; border-radius: 1rem; padding: 0 .6rem; font-size: .85rem; }`;

const rows = (entries: readonly (readonly [string, string])[]): string =>
  `<dl>${entries
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
    .join('')}</dl>`;

const hour = (at: string): string =>
  new Date(at).toLocaleString('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'medium' });

const mail = (sent: SentMail): string => `<article id="${escaped(sent.id)}">
  <h2><span class="tag">Courriel</span> ${escaped(sent.subject)}</h2>
  ${rows([
    ['À', sent.to.join(', ')],
    ['De', sent.from],
    ['Envoyé le', hour(sent.at)],
    ['Suivi', (sent.events ?? []).join(' · ')],
  ])}
  ${sent.html === undefined ? `<pre>${escaped(sent.text)}</pre>` : `<iframe sandbox title="Contenu du courriel" srcdoc="${escaped(sent.html)}"></iframe><details><summary>Version texte</summary><pre>${escaped(sent.text)}</pre></details>`}
</article>`;

const sms = (sent: SentSms): string => `<article id="${escaped(sent.id)}">
  <h2><span class="tag">SMS</span> ${escaped(sent.to.join(', '))}</h2>
  ${rows([
    ['Envoyé le', hour(sent.at)],
    ['Longueur', `${sent.parts} SMS (${sent.units} caractères, ${sent.encoding})`],
  ])}
  <pre>${escaped(sent.text)}</pre>
</article>`;

/** The page where people see what families would have received, newest first. */
export const outboxPage = (sent: readonly Sent[]): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Boîte d’envoi locale</title><style>${STYLE}</style></head>
<body><h1>Boîte d’envoi locale</h1>
<p>Rien ne sort de cet ordinateur : voici ce que les familles auraient reçu. <a href="">Actualiser</a></p>
${sent.length === 0 ? '<p>Aucun envoi pour l’instant.</p>' : sent.map((one) => (one.channel === 'email' ? mail(one) : sms(one))).join('\n')}
</body></html>`;
