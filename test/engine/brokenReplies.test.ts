/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks at the memory of the process */
import { type Emulator, type Fault, startEmulator } from '../support/emulator';
import { garbage } from '../support/faults/garbage';
import { registerUsers } from '../support/engine/registerUsers';
import { outcomesById, type PlacedOutcome } from '../support/outcomes/outcomes';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(async () => await emulator.close());

const longest = '9223372036854775807';

/** Registers two users with one attempt, whose answer is at fault; tells their outcomes by id. */
async function outcomesAfter(fault: Fault): Promise<Record<string, PlacedOutcome>> {
  emulator.setFaults(() => fault);
  const result = await registerUsers(emulator, [{ UserId: '1' }, { UserId: longest }], {
    options: { maxAttempts: 1 },
  });
  expect(result.error).toBeUndefined();
  return outcomesById(result);
}

const answerWith = (infos: string) => `{"ResponseMetadata":{},"Result":{"FailedInfos":${infos}}}`;

const broken: Record<string, Fault> = {
  ...Object.fromEntries(Object.entries(garbage).map(([name, body]) => [name, { body: body(['1']) }])),
  'an answer that is cut off on the way': { cutOff: true },
  'an answer that is cut off in plain text': { body: answerWith('[{"UserId":"1","Co') },
  'an id that has lost digits': { body: answerWith('[{"UserId":9223372036854775807.0,"Code":"X"}]') },
  'an id in exponent form beyond 2^53': {
    body: answerWith('[{"UserId":9.223372036854775807e18,"Code":"X"}]'),
  },
  'an id one beyond the users': { body: answerWith('[{"UserId":9223372036854775806,"Code":"X"}]') },
  'bytes that are no text': { body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) },
};

test.each(Object.entries(broken))('%s is never a success, nor a certain failure', async (_, fault) => {
  const outcomes = await outcomesAfter({ applyFirst: true, ...fault });
  for (const id of ['1', longest]) {
    expect(outcomes[id]).toMatchObject({
      isSuccess: false,
      kind: 'unavailable',
      retryable: true,
      attempts: 1,
    });
  }
});

test('a redirect is not followed', async () => {
  const elsewhere = await startEmulator();
  const outcomes = await outcomesAfter({ status: 307, headers: { Location: `${elsewhere.url}/` }, body: '' });
  await elsewhere.close();
  expect(outcomes['1']).toMatchObject({ isSuccess: false, code: 'NotVolcengine', httpStatus: 307 });
  expect(elsewhere.arrivals).toHaveLength(0);
});

test.each([
  ['a number of 19 digits', longest],
  ['text', `"${longest}"`],
])('an id that comes as %s is understood', async (_, id) => {
  const outcomes = await outcomesAfter({ body: answerWith(`[{"UserId":${id},"Code":"UserNotFound"}]`) });
  expect(outcomes[longest]).toMatchObject({ isSuccess: false, code: 'UserNotFound' });
  expect(outcomes['1']).toMatchObject({ isSuccess: true });
});

test.each([
  [600 * 1024, false],
  [500 * 1024, true],
])('an answer of %i bytes is taken for a success: %p', async (size, isSuccess) => {
  const body = '{"ResponseMetadata":{},"Result":{}}'.padEnd(size);
  const outcomes = await outcomesAfter({ body, applyFirst: true });
  expect(outcomes['1']).toMatchObject(
    isSuccess ? { isSuccess } : { isSuccess, kind: 'unavailable', code: 'InvalidReply', retryable: true },
  );
});

test('an answer of 100 MB is given up long before it fills the memory', async () => {
  const mebibyte = 1024 * 1024;
  const body = Buffer.alloc(100 * mebibyte, ' ');
  const used = () => {
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / mebibyte;
  };
  const before = used();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, used())), 1);
  const outcomes = await outcomesAfter({ body });
  clearInterval(watch);
  expect(outcomes['1']).toMatchObject({ kind: 'unavailable', code: 'InvalidReply' });
  // The emulator copies the body once; a client that read it whole would hold it twice more.
  expect(most - before).toBeLessThan(160);
});
