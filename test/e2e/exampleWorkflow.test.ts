/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { join } from 'node:path';
import { sampleAppId, startEmulator, type Emulator } from '../support/emulator';
import {
  exampleWorkflow,
  examplesFolder,
  knownUserId,
  readCsv,
  type Execution,
  type N8n,
  type Row,
} from '../support/n8n';
import { expectedProfile } from './expectedProfile';
import { credentialFor, n8nWithPackage, newFolder, withCredential } from '../support/n8n/fixture';

/** The rows that cannot be registered, in the order of the file. */
const refused: Array<[reason: string, userId: string, code: string, message: RegExp]> = [
  ['has no id', '', 'InvalidUser', /UserId is missing/],
  ['has an id with letters', 'EMP-20417', 'InvalidUser', /UserId.*"EMP-20417" is not an integer/],
  ['has a negative id', '-7391046628215503817', 'InvalidUser', /UserId.*-7391046628215503817/],
  ['has an id beyond the largest', '9223372036854775808', 'InvalidUser', /UserId.*9223372036854775807/],
  ['has a decimal id', '12.5', 'InvalidUser', /UserId.*12\.5/],
  ['has a nickname that is too long', '7490338370325778268', 'InvalidUser', /NickName.*107.*100/],
  ['has a portrait that is too long', '7402823710984646615', 'InvalidUser', /Portrait.*500/],
  ['has an Ext that is no JSON', '50353241342879436', 'InvalidUser', /Ext.*city=Lyon/],
  ['has an Ext with an object inside', '37686622147006117', 'InvalidUser', /Ext.*address/],
  ['does not say whether it is a robot', '7535583142455021426', 'InvalidUser', /IsRobot.*maybe/],
  ['contradicts an earlier row', '7367893304471210345', 'DuplicateUserId', /[Ii]tem 612\b/],
  ['names a user that the service knows', knownUserId, 'UserHasRegistered', /registered/],
];

describe('the example workflow', () => {
  const outputFolder = newFolder();
  const rows = readCsv(join(examplesFolder, 'users.csv'));
  const input = (row: Row) => Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, row[name]]));
  let emulator: Emulator;
  let n8n: N8n;
  let execution: Execution;
  let registered: Row[];
  let failed: Row[];

  beforeAll(async () => {
    emulator = await startEmulator({ requestsPerSecond: 50 });
    emulator.ledger.seed(sampleAppId, [knownUserId]);
    n8n = await n8nWithPackage({ folders: [examplesFolder, outputFolder] });
    const credential = credentialFor(emulator);
    await n8n.importCredential(credential);
    const workflow = exampleWorkflow({ inputFolder: examplesFolder, outputFolder });
    execution = await n8n.execute(await n8n.importWorkflow(withCredential(workflow, credential)));
    registered = readCsv(join(outputFolder, 'registered.csv'));
    failed = readCsv(join(outputFolder, 'failed.csv'));
  });

  afterAll(async () => {
    n8n?.close();
    await emulator?.close();
  });

  it('runs to its end', () => {
    expect(execution.error).toBeUndefined();
    expect(execution.exitCode).toBe(0);
  });

  it('brings every row out once, unchanged and in the order of the file', () => {
    const refusedUsers = new Set(refused.map(([, userId]) => userId));
    const contradicting = rows.findLastIndex((row) => row['User ID'] === '7367893304471210345');
    const isRefused = (row: Row, index: number) =>
      row['User ID'] === '7367893304471210345' ? index === contradicting : refusedUsers.has(row['User ID']!);
    expect(rows).toHaveLength(1000);
    expect(registered.map(input)).toEqual(rows.filter((row, index) => !isRefused(row, index)));
    expect(failed.map(input)).toEqual(rows.filter(isRefused));
  });

  it('reports exactly the users that were registered, each with the profile of its row', () => {
    const users = emulator.ledger.userIds(sampleAppId).filter((userId) => userId !== knownUserId);
    expect(users.sort()).toEqual(registered.map((row) => row['outcome.userId']).sort());
    for (const row of registered) {
      expect(row['outcome.userId']).toBe(row['User ID']);
      const user = emulator.ledger.find(sampleAppId, row['User ID']!);
      expect(user?.profile).toEqual(expectedProfile(row));
      expect(user?.requestId).toBe(row['outcome.requestId']);
    }
  });

  it('asks for no user twice, in full batches', () => {
    expect(emulator.ledger.requestedAgain(sampleAppId)).toEqual([]);
    expect(emulator.arrivals).toHaveLength(Math.ceil((988 + 1) / 20) + emulator.breaches);
  });

  it.each(refused.map((row, index) => [...row, index] as const))(
    'says that a row %s',
    (_reason, userId, code, message, index) => {
      expect(failed).toHaveLength(refused.length);
      expect(failed[index]).toMatchObject({ 'User ID': userId, 'outcome.code': code });
      expect(failed[index]!['outcome.message']).toMatch(message);
    },
  );
});
