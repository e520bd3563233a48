import type { Desk } from './desks.ts';
import type { Persona } from './persona.ts';
import { escapeXml as escapeHtml } from './saml-xml.ts';

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;color:#161616;background:#fff}
header{border-left:.5rem solid #000091;padding-left:1rem}.notice{background:#fff4d6;padding:.5rem 1rem}ul{list-style:none;padding:0}li{margin:.75rem 0}
button{font:inherit;width:100%;text-align:left;padding:.75rem 1rem;border:2px solid #000091;border-radius:.25rem;background:#fff;color:#000091;cursor:pointer}
button:hover{background:#ececfe}button:focus-visible{outline:3px solid #0a76f6;outline-offset:2px}strong{display:block}small{color:#3a3a3a;font-size:.875rem}`;

const page = (title: string, body: string): string =>
  [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>`,
    `<body><header><h1>${escapeHtml(title)}</h1></header><main><p class="notice">Faux guichet de démonstration : les personnes sont inventées, aucun mot de passe n’est demandé.</p>${body}</main></body></html>`,
  ].join('');

const personaItem = ({ personaId, label, role, note }: Persona): string =>
  `<li><button name="persona" value="${escapeHtml(personaId)}"><strong>${escapeHtml(label)}</strong>${escapeHtml(role)}<br><small>${escapeHtml(note)}</small></button></li>`;

/** Whom to be: one button a person, the request carried along. */
export const personaPage = (desk: Desk, people: readonly Persona[], rawQuery: string): string => {
  const choices = people.filter((persona) => persona.guichet === desk.deskId);
  const list =
    choices.length === 0
      ? '<p>Personne n’est encore connu de ce guichet. Attendez la fin de l’import, puis rechargez la page.</p>'
      : `<form method="post" action="/${desk.deskId}/sso"><input type="hidden" name="query" value="${escapeHtml(rawQuery)}"><ul>${choices.map(personaItem).join('')}</ul></form>`;
  return page(`${desk.label} : qui êtes-vous ?`, list);
};

/** The answer on its way to the service provider: sent at once, or by the button where there is no JavaScript. */
export const answerPage = (desk: Desk, acsUrl: string, samlResponse: string, relayState: string): string =>
  page(
    `${desk.label} : retour à Préau`,
    [
      `<form method="post" action="${escapeHtml(acsUrl)}">`,
      `<input type="hidden" name="SAMLResponse" value="${escapeHtml(samlResponse)}"><input type="hidden" name="RelayState" value="${escapeHtml(relayState)}">`,
      '<button>Continuer vers Préau</button></form><script>document.forms[0].submit()</script>',
    ].join(''),
  );

export const signedOutPage = (desk: Desk, backTo: string): string =>
  page(
    `Vous êtes déconnecté : ${desk.label}`,
    `<p>La session de ce guichet est terminée.</p><p><a href="${escapeHtml(backTo)}">Revenir à Préau</a></p>`,
  );

export const faultPage = (message: string): string => page('Demande refusée par le guichet', `<p>${escapeHtml(message)}</p>`);
