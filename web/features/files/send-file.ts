import { confirmFile, followFile, prepareFile } from './actions.ts';
import type { Answered, JoinedFile, PreparedFile } from './state.ts';

const ATTEMPTS = 3;
const PAUSE_MS = 1200;
/** A verdict takes a few seconds; after that the form may go on without it. */
const FOLLOWED = 25;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const post = ({ url, fields }: PreparedFile, file: File, tell: (part: number) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', file);
    // Unlike fetch, it tells how far it is.
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total));
    request.addEventListener('loadend', () => resolve(request.status >= 200 && request.status < 300));
    request.open('POST', url);
    request.send(body);
  });

export interface Sending {
  readonly prepared?: PreparedFile;
  readonly answer: Answered<JoinedFile> | 'cut';
}

/** What an action answers, or nothing when the connection is cut. */
const orCut = <T>(answer: Promise<T>): Promise<T | 'cut'> => answer.catch(() => 'cut' as const);

/** Sends one file: prepared once, posted again as long as it is cut, then confirmed. */
export const sendFile = async (
  file: File,
  purpose: Parameters<typeof prepareFile>[0]['purpose'],
  before: PreparedFile | undefined,
  tell: (part: number) => void,
): Promise<Sending> => {
  let prepared = before;
  if (prepared === undefined) {
    const answer = await orCut(prepareFile({ purpose, name: file.name, bytes: file.size }));
    if (answer === 'cut' || !answer.ok) return { answer };
    prepared = answer.value;
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await post(prepared, file, tell)) return { prepared, answer: await orCut(confirmFile(prepared.fileId)) };
    await pause(PAUSE_MS * attempt);
  }
  return { prepared, answer: 'cut' };
};

/** Asks for the verdict until it is known. */
export const awaitVerdict = async (fileId: string, tell: (file: JoinedFile) => void): Promise<void> => {
  for (let asked = 0; asked < FOLLOWED; asked += 1) {
    await pause(PAUSE_MS);
    const answer = await orCut(followFile(fileId));
    if (answer !== 'cut' && answer.ok && answer.value.status !== 'waiting') {
      tell(answer.value);
      return;
    }
  }
};
