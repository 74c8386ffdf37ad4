import type { CDPSession } from 'playwright-core';

/** A network as Chromium emulates it. */
export interface Network {
  name: string;
  /** Added to every request, from its sending to the first byte of its answer. */
  roundTripMs: number;
  /** Either way; undefined: as fast as loopback. */
  kilobitsPerSecond?: number;
}

export const networks = {
  loopback: { name: 'loopback', roundTripMs: 0 },
  fast3G: { name: 'fast 3G', roundTripMs: 150, kilobitsPerSecond: 1_600 },
  slow3G: { name: 'slow 3G', roundTripMs: 400, kilobitsPerSecond: 400 },
} satisfies Record<string, Network>;

/** A cheap phone is about this many times slower than a computer. */
export const cpuSlowdown = 4;

/** What a connection costs before its first request, which the emulation leaves out: on paper. */
const handshakeRoundTrips = { dns: 1, tcp: 1, tls13: 1 } as const;

export const handshakesMs = ({ roundTripMs }: Network) => ({
  ...handshakeRoundTrips,
  milliseconds: roundTripMs * Object.values(handshakeRoundTrips).reduce((total, trips) => total + trips, 0),
});

export const emulate = async (
  devtools: CDPSession,
  { roundTripMs, kilobitsPerSecond }: Network,
): Promise<void> => {
  const bytesPerSecond = kilobitsPerSecond === undefined ? -1 : (kilobitsPerSecond * 1_000) / 8;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTripMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
};
