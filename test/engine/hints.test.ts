import type { IDataObject } from 'n8n-workflow';
import { type Emulator, sampleAppId } from '../support/emulator';
import { startWithOwnKey } from '../support/engine/keys';
import { registerUsers, type RegisterUsersSetUp } from '../support/engine/registerUsers';

let emulator: Emulator;
let credential: { accessKeyId: string };
beforeEach(async () => {
  ({ emulator, credential } = await startWithOwnKey());
  emulator.ledger.seed(sampleAppId, ['1', '2', '3']);
});
afterEach(async () => await emulator.close());

const succeed = { existingUsers: 'succeed' } as const;
const rowsOf = (...ids: string[]): IDataObject[] => ids.map((UserId) => ({ UserId }));

const cases: Array<
  [what: string, rows: IDataObject[], options: RegisterUsersSetUp['options'], counted: string]
> = [
  [
    'those that were there before apart',
    rowsOf('1', '2', '3'),
    succeed,
    '0 users newly registered, 3 already registered, 0 failed (1 request',
  ],
  [
    'those that were there before as failed, where they shall fail',
    rowsOf('1', '2', '3', '4'),
    {},
    '1 user newly registered, 0 already registered, 3 failed (1 request',
  ],
  [
    'each group',
    rowsOf('4', '5', '1', 'no user', '6'),
    succeed,
    '3 users newly registered, 1 already registered, 1 failed (1 request',
  ],
  [
    'a user of several rows once',
    rowsOf('4', '4', '4', '1', '1'),
    succeed,
    '1 user newly registered, 1 already registered, 0 failed (1 request',
  ],
  [
    'a user whose rows contradict each other once, as what became of the first',
    [...rowsOf('4'), { UserId: '4', NickName: 'Ann' }, ...rowsOf('1'), { UserId: '1', NickName: 'Bob' }],
    {},
    '1 user newly registered, 0 already registered, 1 failed (1 request',
  ],
  [
    'a row without an id as a user',
    [{ NickName: 'Ann' }, {}, ...rowsOf('4')],
    {},
    '1 user newly registered, 0 already registered, 2 failed (1 request',
  ],
  [
    'users that are only checked by words of their own',
    rowsOf('4', '4', '1', 'no user'),
    { validateOnly: true },
    'Checked only, nothing was sent: 2 users valid in 1 request, 1 failed.',
  ],
];

test.each(cases)('the hint counts users, not rows: %s', async (_what, rows, options, counted) => {
  const { hints, error } = await registerUsers(emulator, rows, { credential, options });
  expect(error).toBeUndefined();
  expect(hints).toHaveLength(1);
  expect(hints[0]?.startsWith(counted)).toBe(true);
  expect(emulator.arrivals).toHaveLength(options?.validateOnly === true ? 0 : 1);
});
