import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { prepare } from '../../../nodes/VolcengineRtc/pipeline/prepare';
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
    error: expect.objectContaining({ message: 'Batch Size must be a whole number from 1 to 20' }) as Error,
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
