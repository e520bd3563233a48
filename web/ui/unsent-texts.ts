const texts = {
  fr: {
    cut: 'Pas de réponse. Ce que vous avez saisi est toujours ici : laissé tel quel, il partira dès que la connexion reviendra ; sinon, validez de nouveau.',
    newBuild: 'Préau a été mis à jour. Copiez ce que vous avez saisi, puis rechargez la page.',
  },
  en: {
    cut: 'No answer. What you entered is still here: left as it is, it will be sent once the connection is back; otherwise, submit again.',
    newBuild: 'Préau was updated. Copy what you entered, then reload the page.',
  },
} as const;

/** What the browser itself says of a form that could not be sent, in the language of the page. */
export const unsentTexts = () => texts[document.documentElement.lang === 'en' ? 'en' : 'fr'];
