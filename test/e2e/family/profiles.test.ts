/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { FaultRequest } from '../../support/emulator';
import { readCsv, savedWith010 } from '../../support/n8n';
import { type Rig, setUpRig } from './rig';
import { codeRows, csvFile, csvRows } from './steps';

const firstId = 7_302_915_468_820_394_001n;
const idsOf = (length: number) => Array.from({ length }, (_, index) => String(firstId + BigInt(index)));

let rig: Rig;
beforeAll(async () => {
  rig = await setUpRig();
});
afterAll(async () => await rig?.close());

const columns = {
  UserId: "={{ $json['User ID'] }}",
  NickName: '={{ $json.Name }}',
  Tags: '={{ $json.Tags }}',
  IsRobot: '={{ $json.Robot }}',
};

describe.each([
  ['that is the first of the list', {}],
  ['by its name', { operation: 'registerUsers' }],
])('a workflow saved with 0.1.0, which has no resource and its operation %s', (_which, stored) => {
  it('registers users as before, through a connection that is reset', async () => {
    const appId = rig.newApp();
    const ids = idsOf(45);
    const known = ids[44]!;
    const name = (id: string) => `José ${id.slice(-2)} 王`;
    rig.emulator.ledger.seed(appId, [known], { NickName: 'Before' });
    const rows = [...ids, 'EMP-20417'].map((id) => ({
      'User ID': id,
      Name: name(id),
      Tags: 'vip, new',
      Robot: 'no',
    }));
    writeFileSync(join(rig.folder, 'new.csv'), stringify(rows, { header: true }));
    const inDoubt = ({ userIds, attempt }: FaultRequest) =>
      userIds.includes(ids[0]!) && attempt === 1 ? ({ reset: 'afterApplying' } as const) : undefined;
    const { error, success, failed, arrivals, hint } = await rig.run(
      {
        before: csvRows(rig.folder, 'new.csv'),
        parameters: { ...savedWith010(appId, columns), ...stored },
        success: csvFile(rig.folder, 'registered.csv'),
        failed: csvFile(rig.folder, 'refused.csv'),
      },
      inDoubt,
    );
    expect(error).toBeUndefined();
    expect(success.map(({ userId }) => userId)).toEqual(ids);
    expect(success.map(({ code }) => code)).toEqual(
      ids.map((id, index) => (index < 20 || id === known ? 'UserHasRegistered' : undefined)),
    );
    expect(failed).toMatchObject([{ code: 'InvalidUser', kind: 'validation' }]);
    expect(hint).toMatch(/, 1 failed \(4 requests, 1 retry, /);
    expect(arrivals.map(({ action }) => action)).toEqual(Array(4).fill('RegisterUsers'));
    expect(readCsv(join(rig.folder, 'registered.csv')).map((row) => row['User ID'])).toEqual(ids);
    expect(readCsv(join(rig.folder, 'refused.csv')).map((row) => row['User ID'])).toEqual(['EMP-20417']);
    for (const id of ids) {
      expect(rig.emulator.ledger.find(appId, id)?.profile).toEqual(
        id === known ? { NickName: 'Before' } : { NickName: name(id), Tags: ['vip', 'new'], IsRobot: false },
      );
    }
  });
});

describe('Update Users', () => {
  it('changes what a CSV file gives, and asks again where the account is too busy', async () => {
    const appId = rig.newApp();
    const ids = idsOf(23);
    const stranger = String(firstId + 1000n);
    rig.emulator.ledger.seed(appId, ids, {
      NickName: 'Before',
      Tags: ['old'],
      Portrait: 'https://example.com/1',
    });
    const rows = [
      ...ids.map((id, index) => ({
        user_id: id,
        Nickname: `Zoë ${index}`,
        'Portrait URL': index % 2 === 0 ? '' : `https://example.com/${id}`,
        phone: '1',
      })),
      { user_id: stranger, Nickname: 'Nobody', 'Portrait URL': '', phone: '' },
      { user_id: String(firstId + 2000n), Nickname: ' ', 'Portrait URL': '', phone: '3' },
    ];
    writeFileSync(join(rig.folder, 'changed.csv'), stringify(rows, { header: true }));
    const { error, success, failed, arrivals, hint } = await rig.run(
      {
        before: csvRows(rig.folder, 'changed.csv'),
        parameters: {
          resource: 'user',
          operation: 'updateUsers',
          appId: String(appId),
          users: { mappingMode: 'autoMapInputData', value: null },
        },
        success: csvFile(rig.folder, 'updated.csv'),
        failed: csvFile(rig.folder, 'not-updated.csv'),
      },
      [{ status: 429, code: 'FlowLimitExceeded', headers: { 'Retry-After': '1' } }],
    );
    expect(error).toBeUndefined();
    expect(success.map(({ userId }) => userId)).toEqual(ids);
    expect(failed).toMatchObject([
      { userId: stranger, code: 'UserNotFound', kind: 'rejected', retryable: false },
      { code: 'NothingToUpdate', kind: 'validation', attempts: 0 },
    ]);
    expect(hint).toMatch(/^23 users updated, 2 failed \(4 requests, 1 retry, .*Fields not used: phone\.$/);
    expect(arrivals.map(({ userIds }) => userIds.length).sort()).toEqual([10, 10, 10, 4]);
    expect(readCsv(join(rig.folder, 'updated.csv')).map((row) => row['outcome.userId'])).toEqual(ids);
    expect(readCsv(join(rig.folder, 'not-updated.csv'))).toMatchObject([
      { user_id: stranger, 'outcome.code': 'UserNotFound' },
      { 'outcome.code': 'NothingToUpdate' },
    ]);
    expect(rig.emulator.ledger.userIds(appId)).toEqual(ids);
    for (const [index, id] of ids.entries()) {
      const { profile, changedBy } = rig.emulator.ledger.find(appId, id)!;
      expect(changedBy).toEqual([success[index]?.requestId]);
      expect(profile).toEqual({
        NickName: `Zoë ${index}`,
        Tags: ['old'],
        Portrait: `https://example.com/${index % 2 === 0 ? 1 : id}`,
      });
    }
  });
});

describe('Unregister Users', () => {
  it('removes the users of a Code node once, though a reset connection leaves some in doubt', async () => {
    const appId = rig.newApp();
    const ids = idsOf(25);
    const [stays, stranger] = ['42', '43'];
    rig.emulator.ledger.seed(appId, [...ids, stays]);
    const rows = [...ids, stranger, 'Ann'].map((user) => ({ json: { user } }));
    const { error, success, failed, arrivals, hint } = await rig.run(
      {
        before: codeRows(JSON.stringify(rows)),
        parameters: {
          resource: 'user',
          operation: 'unregisterUsers',
          appId: String(appId),
          userId: '={{ $json.user }}',
          options: { missingUsers: 'succeed' },
        },
        success: csvFile(rig.folder, 'removed.csv'),
        failed: csvFile(rig.folder, 'not-removed.csv'),
      },
      ({ userIds, attempt }) =>
        userIds.includes(ids[10]!) && attempt === 1 ? { reset: 'afterApplying' } : undefined,
    );
    expect(error).toBeUndefined();
    expect(success.map(({ userId }) => userId)).toEqual([...ids, stranger]);
    const marked = [...ids.slice(10, 20), stranger];
    expect(success.filter(({ code }) => code === 'UserNotFound').map(({ userId }) => userId)).toEqual(marked);
    expect(success[10]).toMatchObject({ attempts: 2 });
    expect(failed).toMatchObject([{ code: 'InvalidUser', kind: 'validation' }]);
    expect(hint).toMatch(/, 1 failed \(4 requests, 1 retry, /);
    expect(arrivals.map(({ userIds }) => userIds.length).sort()).toEqual([10, 10, 10, 6]);
    expect(readCsv(join(rig.folder, 'removed.csv')).map(({ user }) => user)).toEqual([...ids, stranger]);
    expect(readCsv(join(rig.folder, 'not-removed.csv')).map(({ user }) => user)).toEqual(['Ann']);
    expect(rig.emulator.ledger.userIds(appId)).toEqual([stays]);
    const former = rig.emulator.ledger.formerUsers.filter((user) => user.appId === appId);
    expect(former.map(({ userId }) => userId).sort()).toEqual(ids);
  });
});
