import type { IDataObject, IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { sendBroadcast } from '../../../nodes/VolcengineRtc/operations/sendBroadcast';
import { prepare } from '../../../nodes/VolcengineRtc/pipeline/prepare';
import { itemReading } from '../../../nodes/VolcengineRtc/pipeline/reading/itemReading';
import { RunState } from '../../../nodes/VolcengineRtc/pipeline/sending/RunState';
import { defaultSettings } from '../../../nodes/VolcengineRtc/pipeline/settings';
import { processEnvironment } from '../../../nodes/VolcengineRtc/transport/environment';
import { VirtualClock } from '../../support/time/virtualClock';
import { itemsOf, readingOf } from './reading';

/** Prepares a run with options and a credential. */
async function prepared(
  options: IDataObject,
  getCredentials: () => Promise<unknown>,
  run = new RunState(undefined, true),
  appId = '666675',
) {
  const parameters = { appId, options, users: { mappingMode: 'autoMapInputData', value: null } };
  const context = {
    getNode: () => ({ name: 'Volcengine RTC', parameters }),
    getNodeParameter: () => options,
    getCredentials,
  } as unknown as IExecuteFunctions;
  const items = itemsOf({ UserId: '1' });
  const input = { items, reading: readingOf(parameters, items), yieldToEventLoop: async () => {} };
  const environment = { ...processEnvironment, clock: new VirtualClock() };
  return await prepare(context, registerUsers, input, run, environment);
}

const credential = async () => ({ accessKeyId: 'key', secretAccessKey: 'secret' });

test('a run works with its options and a way to send', async () => {
  const result = await prepared({ batchSize: 3 }, credential);
  expect(result.settings.batchSize).toBe(3);
  expect(result).toHaveProperty('sendBatch');
  expect(result).not.toHaveProperty('error');
});

test('a run that only checks needs no credential', async () => {
  const result = await prepared({ validateOnly: true }, async () => await Promise.reject(new Error('none')));
  expect(result).toHaveProperty('sendBatch');
});

test('options that are out of range leave the defaults, and say what is wrong', async () => {
  expect(await prepared({ batchSize: 99, outcomeField: 'result' }, credential)).toEqual({
    settings: defaultSettings(registerUsers),
    error: expect.objectContaining({
      message: `'Batch Size' must be a whole number from 1 to 20, and is "99".`,
      description: 'Correct the option. An expression in it is evaluated for the first item.',
    }) as Error,
  });
});

test('an App ID that cannot work keeps the options, and says what is wrong', async () => {
  const result = await prepared({ outcomeField: 'result' }, credential, undefined, 'my app');
  expect(result.settings.outcomeField).toBe('result');
  expect('error' in result && result.error.message).toMatch(/^App ID: "my app" is not an integer/);
});

test.each([
  ['an error', new Error('no credential')],
  ['a text', 'no credential'],
])('a credential that fails with %s keeps the options, and says why', async (_kind, reason) => {
  const result = await prepared(
    { outcomeField: 'result' },
    async () => await Promise.reject(reason as Error),
  );
  expect(result.settings.outcomeField).toBe('result');
  expect('error' in result && result.error).toEqual(new Error('no credential'));
});

test('an execution that is cancelled before it begins throws the reason', async () => {
  const cancel = new AbortController();
  const never = async () => await new Promise(() => {});
  const preparing = prepared({}, never, new RunState(cancel.signal, true));
  await Promise.resolve();
  cancel.abort(new Error('cancelled'));
  await expect(preparing).rejects.toThrow('cancelled');
});

describe('where an operation guards against too many items', () => {
  /** Prepares broadcasts with these texts; an empty one is invalid. */
  async function prepareBroadcasts(texts: readonly string[], options: IDataObject = {}) {
    const items = itemsOf(...texts.map((text) => ({ text })));
    const parameters = {
      appId: '7',
      sender: '1',
      recipients: 'all',
      messageType: 'text',
      text: '={{ $json.text }}',
    };
    const context = {
      getNode: () => ({ name: 'Volcengine RTC', parameters }),
      getNodeParameter: () => options,
      getCredentials: credential,
    } as unknown as IExecuteFunctions;
    const yieldToEventLoop = jest.fn(async () => {});
    const reading = itemReading(context, sendBroadcast, items);
    const environment = { ...processEnvironment, clock: new VirtualClock() };
    const input = { items, reading, yieldToEventLoop };
    const result = await prepare(context, sendBroadcast, input, new RunState(undefined, true), environment);
    const problem = 'error' in result ? (result.error as NodeOperationError) : undefined;
    return { problem, yieldToEventLoop };
  }

  test.each([
    [['a'], {}],
    [['a', ''], {}],
    [['', 'a', ''], {}],
    [['a', 'b', ''], { maxBroadcasts: 2 }],
  ])('items %j with %j are not', async (texts, options) => {
    expect((await prepareBroadcasts(texts, options)).problem).toBeUndefined();
  });

  test('the valid ones are counted, letting the event loop go on', async () => {
    const { problem, yieldToEventLoop } = await prepareBroadcasts(['a', '', 'b', 'b'], { maxBroadcasts: 2 });
    expect(problem).toMatchObject({
      message:
        "3 broadcasts would be sent, and 'Max Broadcasts' allows 2 (TooManyBroadcasts). Nothing was sent.",
      description: "If you want to send all of them, raise 'Max Broadcasts'.",
    });
    expect(yieldToEventLoop).toHaveBeenCalledTimes(4);
  });
});
