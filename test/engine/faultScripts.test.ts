import { LoggerProxy } from 'n8n-workflow';
import { checkLaws, laws as allLaws } from '../support/faults/checkLaws';
import { paceLaws } from '../support/faults/laws/paceLaws';
import { secretLaws, textOf } from '../support/faults/laws/secretLaws';
import { eachOf } from '../support/faults/overSockets/eachOf';
import { type EnginePlay, playOverSockets } from '../support/faults/overSockets/playOverSockets';
import { socketScripts } from '../support/faults/overSockets/socketScripts';
import { itemsFor, plainScript } from '../support/faults/plainScript';

/**
 * The laws of pace are for the virtual clock; here a busy machine would break them. Secrets are looked for everywhere,
 * below.
 */
const laws = Object.fromEntries(
  Object.entries(allLaws).filter(([name]) => !(name in paceLaws) && !(name in secretLaws)),
);

const plays: EnginePlay[] = [];
const logged: string[] = [];

beforeAll(async () => {
  // The engine sets up a log of its own with its first run.
  await playOverSockets(plainScript({ items: itemsFor(2) }), 'warmUp');
  const log = (...parts: unknown[]) => logged.push(parts.map((part) => textOf(part)).join(' '));
  LoggerProxy.init({ error: log, warn: log, info: log, debug: log });
  for (const method of ['error', 'warn', 'info', 'log', 'debug'] as const) {
    jest.spyOn(console, method).mockImplementation(log);
  }
});
afterAll(() => jest.restoreAllMocks());

/** Everything that a run leaves behind: outputs, errors with their causes and stacks, hints, as n8n stores it too. */
function remainsOf({ run, error, hints }: EnginePlay): string {
  return [JSON.stringify(run), textOf(run), textOf(error), ...hints].join(' ');
}

test('Success and Failed are the input and tell the truth, on the engine and over sockets', async () => {
  await eachOf(socketScripts, 150, async (script, name) => {
    const played = await playOverSockets(script, name);
    plays.push(played);
    checkLaws(played, laws);
  });
}, 90_000);

test('no part of the key and no signature is in what these runs leave behind, whatever goes wrong', () => {
  expect(plays.flatMap(({ secrets }) => secrets).length).toBeGreaterThan(300);
  for (const played of plays) {
    const remains = remainsOf(played);
    expect(played.secrets.filter((secret) => remains.includes(secret))).toEqual([]);
  }
});

test('nor is any of them in the log', () => {
  const log = logged.join('\n');
  expect(logged.length).toBeGreaterThan(100);
  const secrets = plays.flatMap((played) => played.secrets);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
