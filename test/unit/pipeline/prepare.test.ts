import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { prepare } from '../../../nodes/VolcengineRtc/pipeline/prepare';
import { RunState } from '../../../nodes/VolcengineRtc/pipeline/RunState';
import { defaultSettings } from '../../../nodes/VolcengineRtc/pipeline/settings';
import { processEnvironment } from '../../../nodes/VolcengineRtc/transport/environment';
import { VirtualClock } from '../virtualClock';

/** Prepares a run with options and a credential. */
async function prepared(
  options: IDataObject,
  getCredentials: () => Promise<unknown>,
  run = new RunState(undefined, true),
) {
  const context = {
    getNode: () => ({ name: 'Volcengine RTC' }),
    getNodeParameter: () => options,
    getCredentials,
  } as unknown as IExecuteFunctions;
  return await prepare(context, registerUsers, run, { ...processEnvironment, clock: new VirtualClock() });
}

const credential = async () => ({ accessKeyId: 'key', secretAccessKey: 'secret' });

test('a run works with its options and a way to send', async () => {
  const result = await prepared({ batchSize: 3 }, credential);
  expect(result.settings.batchSize).toBe(3);
  expect(result).toHaveProperty('sendBatch');
});

test('a run that only checks needs no credential', async () => {
  const result = await prepared({ validateOnly: true }, async () => await Promise.reject(new Error('none')));
  expect(result).toHaveProperty('sendBatch');
});

test('options that are out of range leave the defaults, and say what is wrong', async () => {
  expect(await prepared({ batchSize: 99 }, credential)).toEqual({
    settings: defaultSettings(registerUsers),
    error: expect.objectContaining({ message: 'Batch Size must be a whole number from 1 to 20' }) as Error,
  });
});

test.each([
  ['an error', new Error('no credential'), 'no credential'],
  ['a text', 'no credential', 'no credential'],
])('a credential that fails with %s keeps the options, and says why', async (_kind, reason, message) => {
  const result = await prepared(
    { outcomeField: 'result' },
    async () => await Promise.reject(reason as Error),
  );
  expect(result.settings.outcomeField).toBe('result');
  expect('error' in result && result.error).toEqual(new Error(message));
});

test('an execution that is cancelled before it begins throws the reason', async () => {
  const cancel = new AbortController();
  const never = async () => await new Promise(() => {});
  const preparing = prepared({}, never, new RunState(cancel.signal, true));
  cancel.abort(new Error('cancelled'));
  await expect(preparing).rejects.toThrow('cancelled');
});
