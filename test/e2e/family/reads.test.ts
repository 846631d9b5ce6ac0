/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../../support/n8n';
import { type Rig, setUpRig } from './rig';
import { codeRows, csvFile, jsonRows, onlyFields, onlyWhere } from './steps';

const firstId = 9_007_199_254_740_993n;
const idsOf = (length: number) => Array.from({ length }, (_, index) => String(firstId + BigInt(index)));

let rig: Rig;
beforeAll(async () => {
  rig = await setUpRig();
});
afterAll(async () => await rig?.close());

describe('Get Users', () => {
  it('brings profiles that the next nodes can use, and changes nothing', async () => {
    const appId = rig.newApp();
    const ids = idsOf(120);
    const known = ids.filter((_id, index) => index % 4 !== 3);
    const nickName = (id: string) => `José ${id.slice(-3)} 王`;
    for (const id of known) {
      rig.emulator.ledger.seed(appId, [id], { NickName: nickName(id), Tags: ['vip', 'b'] });
    }
    const before = structuredClone(rig.emulator.ledger.users(appId));
    const rows = [...ids, 'Ann'].map((user) => ({ user }));
    writeFileSync(join(rig.folder, 'users.json'), JSON.stringify(rows));
    const fields = onlyFields({
      id: '={{ $json.outcome.user.userId }}',
      name: '={{ $json.outcome.user.nickName }}',
      tags: '={{ $json.outcome.user.tags.join(" ") }}',
      since: '={{ $json.outcome.user.createTime }}',
    });
    const { error, success, failed, arrivals, hint } = await rig.run(
      {
        before: jsonRows(rig.folder, 'users.json'),
        parameters: {
          resource: 'user',
          operation: 'getUsers',
          appId: String(appId),
          userId: '={{ $json.user }}',
        },
        success: [fields, ...csvFile(rig.folder, 'found.csv')],
        failed: csvFile(rig.folder, 'not-found.csv'),
      },
      [{ status: 429, code: 'FlowLimitExceeded' }, { reset: 'afterApplying' }],
    );
    expect(error).toBeUndefined();
    expect(success.map(({ userId }) => userId)).toEqual(known);
    expect(failed.slice(0, 30)).toMatchObject(
      ids
        .filter((id) => !known.includes(id))
        .map((userId) => ({ userId, code: 'UserNotFound', kind: 'rejected', retryable: false })),
    );
    expect(failed[30]).toMatchObject({ code: 'InvalidUser', kind: 'validation' });
    expect(failed).toHaveLength(31);
    expect(hint).toMatch(/^90 users found, 31 failed \(5 requests, 2 retries, /);
    expect(arrivals.map(({ action }) => action)).toEqual(Array(5).fill('BatchGetUser'));
    expect(Math.max(...arrivals.map(({ userIds }) => userIds.length))).toBe(50);
    expect(readCsv(join(rig.folder, 'found.csv'))).toEqual(
      known.map((id) => ({ id, name: nickName(id), tags: 'vip b', since: '1970-01-01T00:00:00.000Z' })),
    );
    expect(readCsv(join(rig.folder, 'not-found.csv')).map(({ user }) => user)).toEqual([
      ...ids.filter((id) => !known.includes(id)),
      'Ann',
    ]);
    expect(rig.emulator.ledger.users(appId)).toEqual(before);
  });
});

describe('Get Online Status of Users', () => {
  it('lets a Filter pass those who are online', async () => {
    const appId = rig.newApp();
    const ids = idsOf(130);
    const online = ids.filter((_id, index) => index % 10 === 0);
    for (const id of online) {
      rig.emulator.ledger.connections.add(appId, id, { platform: 'iOS', deviceId: id });
    }
    const rows = [...ids, 'Ann'].map((user) => ({ json: { user } }));
    const { error, success, failed, arrivals, hint } = await rig.run(
      {
        before: codeRows(JSON.stringify(rows)),
        parameters: {
          resource: 'user',
          operation: 'getOnlineStatus',
          appId: String(appId),
          userId: '={{ $json.user }}',
        },
        success: [onlyWhere('={{ $json.outcome.online }}'), ...csvFile(rig.folder, 'online.csv')],
        failed: csvFile(rig.folder, 'not-asked.csv'),
      },
      [{ status: 429, code: 'FlowLimitExceeded' }],
    );
    expect(error).toBeUndefined();
    expect(success.map(({ userId }) => userId)).toEqual(ids);
    expect(success.slice(0, 2)).toMatchObject([
      {
        online: true,
        connections: [{ platform: 'iOS', deviceId: ids[0], connectionId: 'ConnID_1', clientVersion: '1' }],
      },
      { online: false, connections: [] },
    ]);
    expect(failed).toMatchObject([{ code: 'InvalidUser', kind: 'validation' }]);
    expect(hint).toMatch(/^130 users looked up, 1 failed \(3 requests, 1 retry, /);
    expect(arrivals.map(({ userIds }) => userIds.length).sort()).toEqual([100, 100, 30].sort());
    expect(readCsv(join(rig.folder, 'online.csv')).map(({ user }) => user)).toEqual(online);
    expect(readCsv(join(rig.folder, 'not-asked.csv')).map(({ user }) => user)).toEqual(['Ann']);
    expect(rig.emulator.ledger.users(appId)).toEqual([]);
  });
});
