import { LoggerProxy } from 'n8n-workflow';
import { textOf } from '../support/faults/laws/secretLaws';
import { eachOf } from '../support/faults/overSockets/eachOf';
import { itemsFor, plainScript } from '../support/faults/plainScript';
import { type EnginePlay, playOverSockets } from '../support/faults/overSockets/playOverSockets';
import { socketScripts } from '../support/faults/overSockets/socketScripts';

const logged: string[] = [];
const secrets: string[] = [];

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

test('no part of the key and no signature is in what a run leaves behind, whatever goes wrong', async () => {
  await eachOf(socketScripts, 100, async (script, name) => {
    const played = await playOverSockets(script, name);
    secrets.push(...played.secrets);
    const remains = remainsOf(played);
    const found = played.secrets.filter((secret) => remains.includes(secret));
    expect(found).toEqual([]);
  });
  expect(secrets.length).toBeGreaterThan(300);
});

test('nor is any of them in the log', () => {
  const log = logged.join('\n');
  expect(logged.length).toBeGreaterThan(100);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
