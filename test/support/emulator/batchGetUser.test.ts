import { sampleAppId, startEmulator, type Emulator } from './index';
import { registering, send, type SignedCall } from './signedCall';

let emulator: Emulator;
const lookup = (body: unknown): SignedCall => ({ action: 'BatchGetUser', body });

beforeEach(async () => {
  emulator = await startEmulator({ date: () => new Date() });
});
afterEach(() => emulator.close());

it('reads profiles and lists the ids that are not registered', async () => {
  await send(emulator, registering({ UserId: 1, NickName: 'Ann', Tags: ['a'] }));
  const { result } = await send(emulator, lookup({ AppId: sampleAppId, UserIds: [2, 1] }));
  expect(result).toEqual({
    Users: [
      {
        AppId: sampleAppId,
        UserId: 1,
        NickName: 'Ann',
        Tags: ['a'],
        CreateTime: expect.any(Number),
        ModifyTime: expect.any(Number),
      },
    ],
    NotFoundUsers: [2],
  });
  expect(emulator.arrivals.at(-1)).toMatchObject({ userIds: ['2', '1'], applied: true });
});

it('keeps every digit of the ids it answers with', async () => {
  emulator.ledger.seed(sampleAppId, ['9223372036854775807']);
  const body = '{"AppId":666675,"UserIds":[9223372036854775807,9007199254740993]}';
  const { text } = await send(emulator, lookup(body));
  expect(text).toContain('"UserId":9223372036854775807');
  expect(text).toContain('"NotFoundUsers":[9007199254740993]');
});

it.each<[what: string, body: unknown, message: RegExp]>([
  ['no ids', { AppId: 666675, UserIds: [] }, /^UserIds must be an array of 1 to 50/],
  ['51 ids', { AppId: 666675, UserIds: Array.from({ length: 51 }, (_, i) => i) }, /^UserIds must/],
  ['an id as text', { AppId: 666675, UserIds: [1, '2'] }, /^UserIds\[1\] must be an integer/],
  ['an unknown field', { AppId: 666675, UserIds: [1], Users: [] }, /^Users is not a known field/],
])('refuses %s with InvalidParam', async (_what, body, message) => {
  const reply = await send(emulator, lookup(body));
  expect(reply).toMatchObject({ status: 400, error: { Code: 'InvalidParam' } });
  expect(reply.error?.Message).toMatch(message);
});

it('refuses an unknown app', async () => {
  const reply = await send(emulator, lookup({ AppId: 1, UserIds: [1] }));
  expect(reply.error?.Code).toBe('AppNotFound');
});
