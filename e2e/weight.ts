import type { Page } from 'playwright-core';

/** The most that a page of families may cost in scripts, compressed. */
export const MOST_SCRIPT_BYTES = 142_000;

/** What a browser downloaded. */
export interface Weight {
  readonly requests: number;
  /** Bytes of scripts, compressed as they came. */
  readonly scripts: number;
  /** Requests that a function of the web answers; the others are files of the distribution. */
  readonly toOrigin: number;
  /** Hosts that are not the web's. */
  readonly elsewhere: readonly string[];
}

/** Weighs all that is downloaded while something is done. */
export const weigh = async (page: Page, what: () => Promise<void>): Promise<Weight> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const received = new Map<string, { readonly url: URL; readonly isScript: boolean; readonly bytes: number }>();
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
    received.set(requestId, {
      url: new URL(response.url),
      isScript: type === 'Script' || response.mimeType.includes('javascript'),
      bytes: 0,
    });
  });
  devtools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const one = received.get(requestId);
    if (one !== undefined) received.set(requestId, { ...one, bytes: one.bytes + encodedDataLength });
  });
  await what();
  await devtools.detach();
  const all = [...received.values()].filter(({ url }) => url.protocol.startsWith('http'));
  const { host } = new URL(page.url());
  return {
    requests: all.length,
    scripts: all.filter(({ isScript }) => isScript).reduce((sum, { bytes }) => sum + bytes, 0),
    toOrigin: all.filter(({ url }) => url.host === host && !/^\/(?:_next\/static\/|icon\.svg$)/.test(url.pathname)).length,
    elsewhere: [...new Set(all.map(({ url }) => url.host).filter((one) => one !== host))],
  };
};
