'use client';

const GlobalErrorPage = () => (
  <html lang="fr">
    <body>
      <title>Erreur imprévue · Préau</title>
      <h1>Une erreur imprévue est survenue</h1>
      <p>
        Rechargez la page, ou <a href="/accueil">revenez à l’accueil</a>.
      </p>
    </body>
  </html>
);

export default GlobalErrorPage;
