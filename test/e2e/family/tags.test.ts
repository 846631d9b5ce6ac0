/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { readCsv } from '../../support/n8n';
import { type Rig, setUpRig } from './rig';
import { codeRows, csvFile, csvRows } from './steps';

const idsFrom = (first: number, length: number) =>
  Array.from({ length }, (_, index) => String(first + index));

let rig: Rig;
beforeAll(async () => {
  rig = await setUpRig();
});
afterAll(async () => await rig?.close());

const tagsOf = (appId: number, ids: readonly string[]) =>
  ids.map((id) => rig.emulator.ledger.find(appId, id)?.profile.Tags);
const fill = <T>(ids: readonly string[], value: T): T[] => ids.map(() => value);

describe('Add Tags to Users', () => {
  it('gives each user of a CSV file the tags of its row, in one request for the same tags', async () => {
    const appId = rig.newApp();
    const [buyers, visitors] = [idsFrom(1_000, 14), idsFrom(2_000, 3)];
    rig.emulator.ledger.seed(appId, [...buyers, ...visitors], { NickName: 'Ann', Tags: ['old'] });
    const rows = [
      ...buyers.map((user, index) => ({ user, segments: index % 2 === 0 ? 'buyer, 北京' : '北京，buyer' })),
      ...visitors.map((user) => ({ user, segments: '["visitor"]' })),
      { user: '3000', segments: 'visitor' },
      { user: '1000', segments: '' },
    ];
    writeFileSync(join(rig.folder, 'segments.csv'), stringify(rows, { header: true }));
    const { error, success, failed, arrivals, hint } = await rig.run(
      {
        before: csvRows(rig.folder, 'segments.csv'),
        parameters: {
          resource: 'user',
          operation: 'addUserTags',
          appId: String(appId),
          tags: '={{ $json.segments }}',
          userId: '={{ $json.user }}',
        },
        success: csvFile(rig.folder, 'tagged.csv'),
        failed: csvFile(rig.folder, 'not-tagged.csv'),
      },
      // Carried out, and yet answered as if it had failed.
      ({ userIds, attempt }) =>
        userIds.includes(buyers[0]!) && attempt === 1
          ? { status: 503, code: 'ServiceUnavailableTemp', applyFirst: true }
          : undefined,
    );
    expect(error).toBeUndefined();
    expect(success.map(({ userId }) => userId)).toEqual([...buyers, ...visitors]);
    expect(success.filter(({ code }) => code !== undefined)).toEqual([]);
    expect(success[0]).toMatchObject({ attempts: 2 });
    expect(failed).toMatchObject([
      { userId: '3000', code: 'UserNotFound', kind: 'rejected' },
      { code: 'InvalidUser', kind: 'validation', message: "'Tags' is missing." },
    ]);
    expect(hint).toMatch(/^17 users tagged, 2 failed \(4 requests, 1 retry, /);
    expect(arrivals.map(({ userIds }) => userIds.length).sort()).toEqual([10, 10, 4, 4]);
    expect(tagsOf(appId, buyers)).toEqual(fill(buyers, ['old', 'buyer', '北京']));
    expect(tagsOf(appId, visitors)).toEqual(fill(visitors, ['old', 'visitor']));
    expect(readCsv(join(rig.folder, 'tagged.csv')).map(({ user }) => user)).toEqual([...buyers, ...visitors]);
    expect(readCsv(join(rig.folder, 'not-tagged.csv')).map(({ user }) => user)).toEqual(['3000', '1000']);
  });
});

describe('Remove Tags from Users', () => {
  it('takes tags from the users of a Code node, and leaves the others of theirs', async () => {
    const appId = rig.newApp();
    const [both, none] = [idsFrom(1_000, 12), idsFrom(2_000, 3)];
    rig.emulator.ledger.seed(appId, both, { Tags: ['trial', 'vip', 'expired'] });
    rig.emulator.ledger.seed(appId, none, { NickName: 'Zoë' });
    const rows = [...both, ...none, 'x'].map((user) => ({ json: { user: Number(user) || user } }));
    const { error, success, failed, arrivals } = await rig.run(
      {
        before: codeRows(JSON.stringify(rows)),
        parameters: {
          resource: 'user',
          operation: 'removeUserTags',
          appId: String(appId),
          tags: 'trial, expired',
          userId: '={{ $json.user }}',
        },
        success: csvFile(rig.folder, 'freed.csv'),
        failed: csvFile(rig.folder, 'not-freed.csv'),
      },
      [{ reset: 'beforeApplying' }],
    );
    expect(error).toBeUndefined();
    expect(success.map(({ userId }) => userId)).toEqual([...both, ...none]);
    expect(failed).toMatchObject([{ code: 'InvalidUser', kind: 'validation', attempts: 0 }]);
    expect(arrivals).toHaveLength(3);
    expect(tagsOf(appId, both)).toEqual(fill(both, ['vip']));
    expect(
      rig.emulator.ledger
        .users(appId)
        .slice(12)
        .map(({ profile }) => profile),
    ).toEqual(fill(none, { NickName: 'Zoë' }));
    expect(readCsv(join(rig.folder, 'freed.csv')).map(({ user }) => user)).toEqual([...both, ...none]);
    expect(readCsv(join(rig.folder, 'not-freed.csv')).map(({ user }) => user)).toEqual(['x']);
  });
});
