/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { join } from 'node:path';
import type { Faults } from '../../support/emulator';
import { readCsv } from '../../support/n8n';
import { type Rig, setUpRig } from './rig';
import { codeRows, csvFile } from './steps';
import type { Surroundings } from './workflowAround';

const perDay = 3;

let rig: Rig;
beforeAll(async () => {
  rig = await setUpRig({ broadcastsPerDay: perDay, broadcastQuotaPer: 'app', broadcastDay: 'rolling' });
});
afterAll(async () => await rig?.close());

const ann = '7302915468820394001';
const [vip, beta, both] = ['7302915468820394002', '7302915468820394003', '7302915468820394004'];

/** An app with a user who has no tags, and three who have one or both of two. */
function newApp(): number {
  const appId = rig.newApp();
  const { ledger } = rig.emulator;
  ledger.seed(appId, [ann]);
  ledger.seed(appId, [vip!], { Tags: ['vip'] });
  ledger.seed(appId, [beta!], { Tags: ['beta'] });
  ledger.seed(appId, [both!], { Tags: ['beta', 'vip'] });
  return appId;
}

const text = { text: '={{ $json.text }}' };

/** Sends a broadcast for each row, to the users with the tag `vip` unless a test says otherwise. */
async function send(
  appId: number,
  rows: object[],
  parameters: object,
  { faults, ...surroundings }: Pick<Surroundings, 'onError'> & { faults?: Faults } = {},
) {
  const ran = await rig.run(
    {
      before: codeRows(JSON.stringify(rows.map((json) => ({ json })))),
      parameters: {
        resource: 'broadcast',
        operation: 'sendBroadcast',
        appId: String(appId),
        sender: ann,
        tags: 'vip',
        ...parameters,
      },
      success: csvFile(rig.folder, `${appId}-sent.csv`),
      failed: csvFile(rig.folder, `${appId}-not-sent.csv`),
      ...surroundings,
    },
    faults,
  );
  return { ...ran, broadcasts: rig.emulator.ledger.broadcasts.filter((sent) => sent.appId === appId) };
}

/** A column of the file that the rows of one output were written to. */
const written = (appId: number, output: 'sent' | 'not-sent', column: string) =>
  readCsv(join(rig.folder, `${appId}-${output}.csv`)).map((row) => row[column]);

const contentsOf = (broadcasts: ReadonlyArray<{ message: { Content: string } }>) =>
  broadcasts.map(({ message }) => message.Content);
const textsOf = (...texts: string[]) => texts.map((one) => JSON.stringify({ text: one }));

describe('Send Broadcast', () => {
  it('reaches users with any or all of the tags, or all users, and nobody where no tag comes out', async () => {
    const appId = newApp();
    const rows = [
      { text: 'any', to: 'tags', tags: ['vip', 'beta'], match: 'any' },
      { text: 'none', to: 'tags', tags: [], match: 'any' },
      { text: 'both', to: 'tags', tags: ['vip', 'beta'], match: 'all' },
      { text: 'gone', to: 'tags', match: 'all' },
      { text: 'all', to: 'all', match: 'any' },
    ];
    const { error, success, failed, broadcasts, arrivals, hint } = await send(appId, rows, {
      recipients: '={{ $json.to }}',
      tags: '={{ $json.tags }}',
      tagMatch: '={{ $json.match }}',
      ...text,
      options: { maxBroadcasts: 3 },
    });
    expect(error).toBeUndefined();
    expect(broadcasts.map(({ reached }) => reached)).toEqual([
      [vip, beta, both],
      [both],
      [ann, vip, beta, both],
    ]);
    expect(contentsOf(broadcasts)).toEqual(textsOf('any', 'both', 'all'));
    expect(success).toEqual(broadcasts.map(({ requestId }) => ({ success: true, requestId, attempts: 1 })));
    expect(failed).toMatchObject(
      [1, 2].map(() => ({ code: 'NoRecipients', kind: 'validation', retryable: false, attempts: 0 })),
    );
    expect(hint).toMatch(/^3 broadcasts sent, 2 failed \(3 requests, 0 retries, /);
    expect(arrivals.map(({ action }) => action)).toEqual(Array(3).fill('UserBroadcast'));
    expect(written(appId, 'sent', 'text')).toEqual(['any', 'both', 'all']);
    expect(written(appId, 'not-sent', 'text')).toEqual(['none', 'gone']);
  });

  it('sends text, custom JSON, or another type by its number, with the options of a message', async () => {
    const appId = newApp();
    const rows = [
      { type: 'text', text: 'Hi, 世界 "quoted"' },
      { type: 'custom', content: '{"id":12345678901234567890,"price":1.10}' },
      { type: 'other', code: 20001, content: { page: 'sale' } },
      { type: 'custom', content: '{page}' },
    ];
    const { error, success, failed, broadcasts } = await send(appId, rows, {
      messageType: '={{ $json.type }}',
      messageTypeCode: '={{ $json.code }}',
      content: '={{ $json.content }}',
      ...text,
      options: { maxBroadcasts: 3, expiresAfter: 60, inbox: 3, extension: '{"level":7}' },
    });
    expect(error).toBeUndefined();
    expect(success).toHaveLength(3);
    expect(failed).toMatchObject([{ code: 'InvalidItem', kind: 'validation' }]);
    const common = { Sender: ann, MsgTTL: 60, InboxType: 3, Ext: { level: '7' } };
    expect(broadcasts.map(({ message }) => message)).toEqual([
      { ...common, MsgType: 10001, Content: textsOf('Hi, 世界 "quoted"')[0] },
      { ...common, MsgType: 10012, Content: '{"id":12345678901234567890,"price":1.10}' },
      { ...common, MsgType: 20001, Content: '{"page":"sale"}' },
    ]);
  });

  describe('with two items', () => {
    const rows = [{ text: 'first' }, { text: 'second' }];

    it('stops before anything is sent', async () => {
      const { error, broadcasts, arrivals } = await send(newApp(), rows, text);
      expect(error?.message).toMatch(
        /^2 broadcasts would be sent, and 'Max Broadcasts' allows 1 \(TooManyBroadcasts\)/,
      );
      expect(arrivals).toEqual([]);
      expect(broadcasts).toEqual([]);
    });

    it('puts both on Failed where the workflow goes on in spite of errors', async () => {
      const onError = 'continueRegularOutput';
      const appId = newApp();
      const { error, success, failed, arrivals } = await send(appId, rows, text, { onError });
      expect(error).toBeUndefined();
      expect(success).toEqual([]);
      expect(failed).toMatchObject(rows.map(() => ({ code: 'CannotBegin', kind: 'notSent' })));
      expect(arrivals).toEqual([]);
      expect(written(appId, 'not-sent', 'text')).toEqual(['first', 'second']);
    });

    it('sends both where Max Broadcasts allows it, in order, though the first has to wait', async () => {
      const appId = newApp();
      const { error, success, failed, broadcasts } = await send(
        appId,
        rows,
        { ...text, options: { maxBroadcasts: 2 } },
        { faults: [{ status: 429, code: 'FlowLimitExceeded' }] },
      );
      expect(error).toBeUndefined();
      expect(failed).toEqual([]);
      expect(contentsOf(broadcasts)).toEqual(textsOf('first', 'second'));
      expect(success).toMatchObject([{ attempts: 2 }, { attempts: 1 }]);
      expect(broadcasts.map(({ requestId }) => requestId)).toEqual(success.map(({ requestId }) => requestId));
    });
  });

  it('never sends again what may have gone out', async () => {
    const { error, success, failed, broadcasts, arrivals } = await send(newApp(), [{ text: 'once' }], text, {
      faults: () => ({ reset: 'afterApplying' }),
    });
    expect(error).toBeUndefined();
    expect(success).toEqual([]);
    expect(failed).toMatchObject([
      {
        kind: 'unavailable',
        retryable: false,
        message: expect.stringMatching(/may have gone out/) as string,
      },
    ]);
    expect(arrivals).toHaveLength(1);
    expect(contentsOf(broadcasts)).toEqual(textsOf('once'));
  });

  it('ends at the quota of the day, and leaves the rest unsent', async () => {
    const appId = newApp();
    const rows = ['1', '2', '3', '4', '5'].map((text) => ({ text }));
    const { error, success, failed, broadcasts, arrivals } = await send(appId, rows, {
      ...text,
      options: { maxBroadcasts: rows.length },
    });
    expect(error).toBeUndefined();
    expect(success).toHaveLength(perDay);
    expect(failed).toMatchObject([
      {
        code: 'RateLimitExceeded',
        kind: 'throttled',
        retryable: true,
        message: expect.stringMatching(/tomorrow/) as string,
      },
      { code: 'NotSent', kind: 'notSent', retryable: true, attempts: 0 },
    ]);
    expect(arrivals).toHaveLength(perDay + 1);
    expect(contentsOf(broadcasts)).toEqual(textsOf('1', '2', '3'));
    expect(written(appId, 'not-sent', 'text')).toEqual(['4', '5']);
  });

  it('checks and counts with Validate Only, and sends nothing', async () => {
    const options = { maxBroadcasts: 2, validateOnly: true };
    const rows = [{ text: 'first' }, { text: ' ' }, { text: 'second' }];
    const { error, success, failed, arrivals } = await send(newApp(), rows, { ...text, options });
    expect(error).toBeUndefined();
    expect(success).toEqual(Array(2).fill({ success: true, attempts: 0, code: 'Validated' }));
    expect(failed).toMatchObject([{ code: 'InvalidItem', kind: 'validation' }]);
    expect(arrivals).toEqual([]);
  });
});
