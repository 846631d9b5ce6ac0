import type { IHttpRequestOptions } from 'n8n-workflow';
import { newState } from '../emulator/state/emulatorState';
import { VirtualClock } from '../time/virtualClock';
import { httpHelper } from './httpHelper';
import { userIdOf } from './items';
import { itemsFor, plainScript } from './plainScript';
import { Recorder } from './Recorder';
import { credential } from './secrets';
import { ServiceScript } from './ServiceScript';

test('the service behind the helper carries out any action of the emulator by its name', async () => {
  const [clock, recorder] = [new VirtualClock(), new Recorder()];
  const script = new ServiceScript(plainScript({ items: itemsFor(2), existing: [4] }), credential, '');
  const state = newState(script.options);
  script.open(state.ledger);
  const cancelled = new AbortController().signal;
  const helper = httpHelper({ clock, recorder, script, state, cancelled, node: {} as never, run: () => 0 });
  const answered = helper('volcengineRtcApi', {
    method: 'POST',
    url: '/?Action=BatchGetUser&Version=2020-12-01',
    body: `{"AppId":666675,"UserIds":[${userIdOf(4)},3]}`,
    timeout: 1000,
    abortSignal: cancelled,
    encoding: 'stream',
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
    disableFollowRedirect: true,
  } as unknown as IHttpRequestOptions) as Promise<{ statusCode: number; body: AsyncIterable<Buffer> }>;
  await clock.run();
  const { statusCode, body } = await answered;
  let text = '';
  for await (const piece of body) text += piece.toString();
  expect(statusCode).toBe(200);
  expect(text).toMatch(`"Users":[{"AppId":666675,"UserId":${userIdOf(4)},`);
  expect(text).toMatch('"NotFoundUsers":[3]');
  expect(recorder.sent).toMatchObject([{ userIds: [userIdOf(4), '3'] }]);
});
