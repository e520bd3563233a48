'use client';

/** What was cut may be whole again: the page is shown anew from what the browser still holds. */
const ErrorPage = ({ reset }: { readonly reset: () => void }) => (
  <main className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-10">
    <title>Erreur imprévue · Préau</title>
    <h1 className="text-3xl">Une erreur imprévue est survenue</h1>
    <p className="text-lg">
      Ce qui était déjà enregistré l’est toujours. Vérifiez votre connexion, puis votre dernier envoi ; si cela se répète, prévenez votre
      établissement.
    </p>
    <p className="flex flex-wrap gap-3">
      <button type="button" className="btn btn-primary" onClick={reset}>
        Revenir à la page
      </button>
      <a href="/accueil" className="btn btn-quiet">
        Revenir à l’accueil
      </a>
    </p>
  </main>
);

export default ErrorPage;
