'use client';

const ErrorPage = () => (
  <main className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-10">
    <title>Erreur imprévue · Préau</title>
    <h1 className="text-3xl">Une erreur imprévue est survenue</h1>
    <p className="text-lg">
      Ce qui était déjà enregistré l’est toujours. Rechargez la page et vérifiez votre dernier envoi ; si cela se répète, prévenez votre
      établissement.
    </p>
    <p>
      <a href="/accueil" className="btn btn-primary">
        Revenir à l’accueil
      </a>
    </p>
  </main>
);

export default ErrorPage;
