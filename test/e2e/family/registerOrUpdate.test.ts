/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { FaultRequest } from '../../support/emulator';
import { readCsv } from '../../support/n8n';
import { type Rig, setUpRig } from './rig';
import { codeRows, csvFile, csvRows } from './steps';

const firstId = 7_302_915_468_820_394_001n;
const idsOf = (length: number) => Array.from({ length }, (_, index) => String(firstId + BigInt(index)));

let rig: Rig;
beforeAll(async () => {
  rig = await setUpRig();
});
afterAll(async () => await rig?.close());

const profileOf = (appId: number, id: string) => rig.emulator.ledger.find(appId, id)?.profile;
const actionsOf = (arrivals: ReadonlyArray<{ action: string; userIds: readonly string[] }>) =>
  arrivals.map(({ action, userIds }) => `${action} ${userIds.length}`).sort();

/** Columns by their names; what a test says beside them. */
const parametersFor = (appId: number, options: object = {}) => ({
  resource: 'user',
  operation: 'registerOrUpdateUsers',
  appId: String(appId),
  users: { mappingMode: 'autoMapInputData', value: null },
  options,
});

const busyAtFirst = ({ action, attempt }: FaultRequest) =>
  action === 'BatchUpdateUser' && attempt === 1
    ? ({ status: 429, code: 'FlowLimitExceeded' } as const)
    : undefined;

describe('Register or Update Users', () => {
  it('registers the new rows of a CSV file, updates the known, and leaves alone who has nothing to update', async () => {
    const appId = rig.newApp();
    const ids = idsOf(45);
    const known = ids.filter((_id, index) => index % 3 === 0);
    const bare = known.at(-1)!;
    const before = { NickName: 'Before', Tags: ['old'], IsRobot: false };
    rig.emulator.ledger.seed(appId, known, before);
    const row = (id: string) => ({
      user_id: id,
      Nickname: id === bare ? '' : `José ${id.slice(-2)} 王`,
      'Is Robot': 'yes',
    });
    const rows = [...ids, ids[0]!, 'EMP-20417'].map(row);
    rows.push({ ...row(ids[1]!), Nickname: 'Somebody else' });
    writeFileSync(join(rig.folder, 'all.csv'), stringify(rows, { header: true }));
    const { error, success, failed, arrivals, hint } = await rig.run(
      {
        before: csvRows(rig.folder, 'all.csv'),
        parameters: parametersFor(appId),
        success: csvFile(rig.folder, 'kept.csv'),
        failed: csvFile(rig.folder, 'refused.csv'),
      },
      busyAtFirst,
    );
    expect(error).toBeUndefined();
    const action = (id: string) =>
      id === bare ? 'unchanged' : known.includes(id) ? 'updated' : 'registered';
    expect(success.map(({ userId, action, code }) => [userId, action, code])).toEqual(
      [...ids, ids[0]!].map((id) => [id, action(id), id === bare ? 'UserHasRegistered' : undefined]),
    );
    expect(failed).toMatchObject([
      { code: 'InvalidUser', kind: 'validation', attempts: 0 },
      { userId: ids[1], code: 'DuplicateUserId', message: expect.stringMatching(/NickName/) as string },
    ]);
    expect(hint).toMatch(/^44 users registered or updated, 1 unchanged, 1 failed \(7 requests, 2 retries, /);
    expect(actionsOf(arrivals)).toEqual([
      ...['BatchUpdateUser 10', 'BatchUpdateUser 10', 'BatchUpdateUser 4', 'BatchUpdateUser 4'],
      ...['RegisterUsers 20', 'RegisterUsers 20', 'RegisterUsers 5'],
    ]);
    expect(readCsv(join(rig.folder, 'kept.csv')).map((kept) => kept['outcome.action'])).toEqual(
      [...ids, ids[0]!].map(action),
    );
    expect(readCsv(join(rig.folder, 'refused.csv')).map(({ user_id }) => user_id)).toEqual([
      'EMP-20417',
      ids[1],
    ]);
    expect(rig.emulator.ledger.userIds(appId).sort()).toEqual(ids);
    for (const [index, id] of ids.entries()) {
      const NickName = row(id).Nickname;
      const { requestId, changedBy } = rig.emulator.ledger.find(appId, id)!;
      expect(profileOf(appId, id)).toEqual(
        { unchanged: before, updated: { ...before, NickName }, registered: { NickName, IsRobot: true } }[
          action(id)
        ],
      );
      expect(changedBy).toEqual(action(id) === 'updated' ? [success[index]?.requestId] : []);
      if (action(id) === 'registered') expect(requestId).toBe(success[index]?.requestId);
    }
  });

  it('says `registered` of nobody who may have been registered by an attempt without an answer', async () => {
    const appId = rig.newApp();
    const [named, bare] = idsOf(2);
    const { error, success, failed } = await rig.run(
      {
        before: codeRows(
          JSON.stringify([{ json: { userId: named, nickName: 'Zoë' } }, { json: { userId: bare } }]),
        ),
        parameters: parametersFor(appId),
        success: csvFile(rig.folder, 'in-doubt.csv'),
        failed: csvFile(rig.folder, 'none.csv'),
      },
      [{ reset: 'afterApplying' }],
    );
    expect(error).toBeUndefined();
    expect(failed).toEqual([]);
    expect(success).toMatchObject([
      { userId: named, action: 'updated', attempts: 3 },
      { userId: bare, code: 'UserHasRegistered', attempts: 2 },
    ]);
    expect(success[1]).not.toHaveProperty('action');
    expect(idsOf(2).map((id) => profileOf(appId, id))).toEqual([{ NickName: 'Zoë' }, {}]);
  });

  it('checks the rows and sends nothing with Validate Only', async () => {
    const appId = rig.newApp();
    const [known, fresh] = idsOf(2);
    rig.emulator.ledger.seed(appId, [known!], { NickName: 'Before' });
    const rows = [known, fresh, 'Ann'].map((userId) => ({ json: { userId, nickName: 'After' } }));
    const { error, success, failed, arrivals, hint } = await rig.run({
      before: codeRows(JSON.stringify(rows)),
      parameters: parametersFor(appId, { validateOnly: true }),
      success: csvFile(rig.folder, 'valid.csv'),
      failed: csvFile(rig.folder, 'invalid.csv'),
    });
    expect(error).toBeUndefined();
    expect(success).toEqual(
      [known, fresh].map((userId) => ({ success: true, userId, attempts: 0, code: 'Validated' })),
    );
    expect(failed).toMatchObject([{ code: 'InvalidUser', kind: 'validation' }]);
    expect(hint).toBe('Checked only, nothing was sent: 2 users valid in 1 request, 1 failed.');
    expect(arrivals).toEqual([]);
    expect(rig.emulator.ledger.users(appId)).toMatchObject([
      { userId: known, profile: { NickName: 'Before' } },
    ]);
  });
});
