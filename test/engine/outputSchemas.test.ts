/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks into the built package */
import { join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import { type Emulator, sampleAppId, startEmulator } from '../support/emulator';
import { VolcengineRtc } from '../support/engine/built';
import { type NodeSetUp, runNode } from '../support/engine/runNode';
import { factsOf, type OperationName, operationNames } from '../support/faults/facts';
import { fieldsIn, fieldsOf, misfitsOf, type OutputSchema } from '../support/outcomes/schemaFit';

const nodeDir = join(__dirname, '..', '..', 'dist', 'nodes', 'VolcengineRtc');
const profile = { NickName: 'Ann', Portrait: 'https://example.com/1', Tags: ['vip'], Ext: { level: '7' } };
/** A user that is registered and online, one that is neither, and a row that is no user. */
const rows = ['1', '2', 'x'].map((UserId) => ({ UserId, NickName: 'Bob' }));
const message = { sender: '1', recipients: 'tags', text: 'Hi' };

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
  emulator.ledger.seed(sampleAppId, ['1'], { ...profile, IsRobot: true });
  emulator.ledger.connections.add(sampleAppId, '1');
});
afterEach(async () => await emulator.close());

/** The schema of an operation, found and read by n8n. */
function schemaOf(operation: OperationName): OutputSchema {
  const version = new VolcengineRtc().description.version as number;
  const { resource } = factsOf({ operation });
  return loadOutputSchema({ nodeDir, version, resource, operation }) as unknown as OutputSchema;
}

/** What the node adds to the rows. */
async function added(operation: OperationName) {
  const { resource, items } = factsOf({ operation });
  const users: NodeSetUp = items === 'profiles' ? { columns: 'auto' } : { userId: '={{ $json.UserId }}' };
  const parameters = { resource, tags: 'vip', ...message };
  const options = items === 'messages' ? { maxBroadcasts: rows.length } : {};
  const { success, failed } = await runNode(emulator, rows, { operation, ...users, parameters, options });
  const outcomes = [success, failed].map((output) => output.map(({ json: { outcome } }) => ({ outcome })));
  return outcomes as [success: object[], failed: object[]];
}

test.each(operationNames)('the schema of %s lists what comes out, and nothing else', async (operation) => {
  const schema = schemaOf(operation);
  const [done, undone] = await added(operation);
  emulator.setFaults(() => ({ status: 400, code: 'InvalidParam' }));
  const [, refused] = await added(operation);
  expect([done, undone, refused].map((items) => items.length > 0)).toEqual([
    true,
    operation !== 'sendBroadcast',
    true,
  ]);
  const all = [...done, ...undone, ...refused];
  expect(all.flatMap((item) => misfitsOf(schema, item))).toEqual([]);
  const found = new Set(all.flatMap((item) => fieldsIn(schema, item)));
  expect(fieldsOf(schema).filter((field) => !found.has(field))).toEqual([]);
});
