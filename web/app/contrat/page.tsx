import { contract } from '@preau/shared/contract.ts';
import { domainOf } from '@preau/shared/kernel/operation.ts';
import { DOMAIN_WORDS } from '@/features/operations/words.ts';
import { Shell } from '@/features/identity/shell/shell.tsx';
import { config } from '@/lib/config.ts';
import { Section } from '@/ui/card.tsx';
import { Page, Tab } from '@/ui/page.tsx';

const TITLE = 'Contrat de l’API';

const DOMAINS = [...new Set(contract.map((operation) => domainOf(operation.id)))];

/** The operations that Préau offers to other software, read from the very list that the API is built from. */
const ContractPage = () => {
  const { API_ORIGIN, API_PUBLIC_ORIGIN } = config();
  return (
    <Shell>
      <Tab title={TITLE} />
      <Page title={TITLE} wide lead="Chaque opération, ce qu’elle fait, et ce qu’elle peut refuser.">
        <div lang="fr" className="flex flex-col gap-8">
          <p>
            {'Le même contrat pour les machines, au format OpenAPI 3.1 : '}
            <a href={`${API_PUBLIC_ORIGIN ?? API_ORIGIN}/openapi.json`}>openapi.json</a>
          </p>
          {DOMAINS.map((domain) => (
            <Section key={domain} id={domain} title={DOMAIN_WORDS[domain] ?? domain}>
              <ul className="card divide-y divide-line px-4 sm:px-5">
                {contract
                  .filter((operation) => domainOf(operation.id) === domain)
                  .map((operation) => (
                    <li key={operation.id} id={operation.id} className="flex flex-col gap-1 py-3.5">
                      <h3 className="text-lg">{operation.summary}</h3>
                      <p className="wrap-anywhere">
                        <code className="rounded bg-sunken px-1.5 py-0.5 text-[0.9375rem] font-bold">{operation.method}</code>{' '}
                        <code>{operation.path}</code>
                      </p>
                      <p className="text-[0.9375rem] text-soft">{`${operation.id} · ${operation.access === 'public' ? 'ouvert à tous' : 'personne connectée'}`}</p>
                      {operation.refusals.length === 0 ? null : (
                        <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-5 text-[0.9375rem]">
                          {operation.refusals.map((code) => (
                            <li key={code}>
                              <code>{code}</code>
                              {` (${operation.errors[code]?.status ?? ''}) : ${operation.errors[code]?.message ?? ''}`}
                            </li>
                          ))}
                        </ul>
                      )}
                    </li>
                  ))}
              </ul>
            </Section>
          ))}
        </div>
      </Page>
    </Shell>
  );
};

export default ContractPage;
