import { launchBrowser } from '../support/browser.ts';
import { unpackChromium } from '../support/chromium.ts';
import { end, startProcess } from '../support/start-process.ts';
import type { Benchmark } from './benchmark.ts';
import { startBareForm } from './form/bare-form.ts';
import { cpuSlowdown, handshakesMs, type Network, networks } from './form/networks.ts';
import { type Visit, visitForm } from './form/visit.ts';
import { countTransfers, type Transfer } from './form/wire.ts';
import { fillProvince } from './support/admin.ts';
import { type Scratch, withScratch } from './support/scratch.ts';
import { median, rounded, spread, sum } from './support/statistics.ts';

const visitsEach = 7;

/** The service as `npm start` runs it, with one desk; the address of its form. */
const startForm = async (scratch: Scratch): Promise<{ origin: string; path: string }> => {
  const folder = await scratch.folder();
  const environment = { DATA_DIR: folder, DEMO: '0' };
  const service = await startProcess(environment);
  scratch.later(() => end(service, 'SIGTERM'));
  const [desk] = await fillProvince(environment, { communes: 1, desksEach: 1, folder });
  return { origin: service.origin.replace('localhost', '127.0.0.1'), path: `/d/${desk}` };
};

const summaryOf = (visits: readonly Visit[]) => {
  const of = (key: keyof Visit): number[] => visits.map((visit) => visit[key]);
  return {
    firstPaintMs: rounded(median(of('firstPaintMs'))),
    usableMs: spread(of('usableMs')),
    tapToThanksMs: spread(of('thanksMs')),
    requestsUntilUsable: median(of('requestsUntilUsable')),
    wireBytesUntilUsable: median(of('wireBytesUntilUsable')),
  };
};

const transfersOf = (transfers: readonly Transfer[]) => ({
  requests: transfers.length,
  wireBytes: sum(transfers.map(({ wireBytes }) => wireBytes)),
  rawBytes: sum(transfers.map(({ rawBytes }) => rawBytes)),
  each: transfers.map(({ method, path, ...rest }) => ({
    request: `${method} ${path.replace(/^\/d\/\w+/, '/d/…')}`,
    ...rest,
  })),
});

const figuresOf = (network: Network, ours: readonly Visit[], bare: readonly Visit[]) => {
  const usable = (visits: readonly Visit[]): number => median(visits.map(({ usableMs }) => usableMs));
  return {
    ours: summaryOf(ours),
    bareForm: summaryOf(bare),
    usableToBareForm: rounded(usable(ours) / usable(bare)),
    handshakesOnPaper: handshakesMs(network),
  };
};

const kilobyte = 1_024;

/** The citizen's form on a cheap phone and a bad network, beside the barest form there can be. */
export const form: Benchmark = {
  name: 'form',
  run: ({ say }) =>
    withScratch(async (scratch) => {
      await unpackChromium();
      const { origin, path } = await startForm(scratch);
      const bareUrl = await startBareForm(scratch);
      const browser = await launchBrowser();
      scratch.later(() => browser.close());

      const { firstVisit, answer } = await countTransfers(scratch, browser, origin, path);
      const measure = async (network: Network) => {
        say(`${visitsEach} visits on ${network.name}`);
        const [ours, bare]: [Visit[], Visit[]] = [[], []];
        // The first of each finds neither the browser nor the server warm.
        for (let run = 0; run <= visitsEach; run += 1) {
          ours.push(await visitForm(browser, `${origin}${path}`, network));
          bare.push(await visitForm(browser, bareUrl, network));
        }
        return figuresOf(network, ours.slice(1), bare.slice(1));
      };
      const loopback = await measure(networks.loopback);
      const fast3G = await measure(networks.fast3G);
      const slow3G = await measure(networks.slow3G);

      const whole = transfersOf(firstVisit);
      return {
        promises: [
          { what: 'requests until usable', limit: { atMost: 1 }, measured: slow3G.ours.requestsUntilUsable },
          {
            what: 'bytes on the wire until usable',
            limit: { atMost: 12 * kilobyte },
            measured: slow3G.ours.wireBytesUntilUsable,
          },
          {
            what: 'bytes on the wire of a whole first visit',
            limit: { atMost: 20 * kilobyte },
            measured: whole.wireBytes,
          },
          {
            what: 'usable on slow 3G, ms',
            limit: { atMost: 1_200 },
            measured: slow3G.ours.usableMs.median,
          },
        ],
        figures: { firstVisit: whole, answer: transfersOf(answer), cpuSlowdown, loopback, fast3G, slow3G },
        notes: [
          'Usable: the first contentful paint and the end of the first frame with five enabled buttons, whichever is later. Needs no script of ours.',
          'Connection handshakes are not emulated: add handshakesOnPaper once for a first visit. A form of less than about 14 KB then comes in one round trip (initial window of ten segments, RFC 6928).',
        ],
      };
    }),
};
