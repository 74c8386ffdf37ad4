import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { retentionOf } from '../../functions/config.ts';
import { deskStore } from '../../functions/store/desk-store.ts';
import { localClock } from './clock.ts';
import { demoProvince } from './demo/demo.ts';
import { type Service, startService } from './service.ts';
import { terminalQr } from './terminal-qr.ts';

const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

const loopback = ['127.0.0.1', '::1'];

/** The address under which a phone on the same network finds this machine. */
const networkAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

const readPort = (text = '8080'): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`PORT ${text} is not a port`);
  return port;
};

/** An operating system's error in the words of somebody who started a program. */
const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is in use. Choose another one: PORT=8081 npm start';
  }
  return error.message;
};

/** Who may sign in. */
const sayAccounts = async (
  { identities, firstOperator, publicOrigin, staffOrigin }: Service,
  demo: boolean,
): Promise<void> => {
  if (demo) {
    say('\n  Sign in there without a password as one of these made-up people:');
    for (const { name, groups } of await identities.all()) say(`    ${name.padEnd(24)} ${groups.join(', ')}`);
  }
  if (firstOperator) {
    say(
      `\n  Sign in as ${firstOperator.email} with ${firstOperator.password} (said this once, then changed).`,
    );
  }
  if (staffOrigin !== publicOrigin) {
    say('\n  Signing in works on this machine only: over plain http a network could read along.');
    say('  Put https in front and set PUBLIC_ORIGIN to let others in.');
  }
};

const sayAddresses = async (
  service: Service,
  { demo, lan }: { demo: boolean; lan: boolean },
): Promise<void> => {
  const { publicOrigin } = service;
  const [desk] = demo ? await deskStore(service.table).ofProvince(demoProvince) : [];
  const rows = [
    ['Type a desk code', '/'],
    ...(desk
      ? [
          [`Form of ${desk.name}, ${desk.commune.name}`, `/d/${desk.code}`],
          ['Its poster to print', `/d/${desk.code}/poster`],
          ['Results of its commune', `/c/${desk.commune.code}`],
          ['Results of its province', `/p/${demoProvince}`],
        ]
      : []),
    ['Health', '/healthz'],
  ];
  say();
  for (const [what = '', path = ''] of rows) say(`  ${what.padEnd(44)} ${publicOrigin}${path}`);
  say(`  ${'Pages of chiefs and of the province'.padEnd(44)} ${service.staffOrigin}/dashboard`);
  await sayAccounts(service, demo);
  if (!demo) say('\n  Empty so far: npm run admin -- units import FILE, then desks add or desks import.');
  if (lan && desk) {
    say(`\n  Scan with a phone on the same network:\n`);
    say(terminalQr(`${publicOrigin}/d/${desk.code}`));
  }
  say();
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { lan: { type: 'boolean', default: false } } });
  const { lan } = values;
  const demo = process.env['DEMO'] !== '0';
  const host = lan ? networkAddress() : 'localhost';
  if (!host) throw new Error('No network found for --lan: this machine has no address but its own.');

  say(demo ? 'Thước Đo, with sample data (made when the folder is empty: about twenty seconds)' : 'Thước Đo');
  const service = await startService({
    dataDir: process.env['DATA_DIR'] ?? '.data',
    port: readPort(process.env['PORT']),
    hosts: lan ? ['0.0.0.0'] : loopback,
    demo,
    now: localClock(),
    retention: retentionOf(process.env),
    publicOrigin: (port) => process.env['PUBLIC_ORIGIN'] ?? `http://${host}:${port}`,
  });
  await sayAddresses(service, { demo, lan });
  say(`Ready: ${service.publicOrigin}`);

  let isClosing = false;
  const close = async (): Promise<void> => {
    if (isClosing) return;
    isClosing = true;
    await service.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void close());
  process.on('SIGTERM', () => void close());
  const line = await service.failed;
  throw new Error(line);
};

main().catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`);
  process.exit(1);
});
