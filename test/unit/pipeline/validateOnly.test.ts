import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readValidateOnly } from '../../../nodes/VolcengineRtc/pipeline/validateOnly';
import { itemsOf } from './reading';

type Json = INodeExecutionData['json'];

const dragged = '={{ $json.dry }}';
const complex = '={{ $json.dry + "" }}';

/** Reads the option as the workflow holds it; with what n8n was asked for, and how often the event loop had its turn. */
async function read(raw: unknown, jsons: Json[], evaluate = (itemIndex: number) => jsons[itemIndex]?.dry) {
  const asked: number[] = [];
  const context = {
    getNode: () => ({
      name: 'Volcengine RTC',
      parameters: { options: raw === undefined ? {} : { validateOnly: raw } },
    }),
    getNodeParameter: (name: string, itemIndex: number) => {
      expect(name).toBe('options.validateOnly');
      asked.push(itemIndex);
      return evaluate(itemIndex);
    },
    getExecutionCancelSignal: () => undefined,
  } as unknown as IExecuteFunctions;
  const yieldToEventLoop = jest.fn(async () => {});
  const isOnly = await readValidateOnly(context, undefined, itemsOf(...jsons), yieldToEventLoop);
  return { isOnly, asked, breaths: yieldToEventLoop.mock.calls.length };
}

test('an option that was never opened means false, and nothing is asked', async () => {
  expect(await read(undefined, [{}])).toEqual({ isOnly: false, asked: [], breaths: 0 });
});

test.each([true, 'true', 'TRUE', 1, '1', 'yes', 't', '1.0', '是', ' true '])('%j means true', async (raw) => {
  expect(await read(raw, [{}])).toMatchObject({ isOnly: true, asked: [] });
});

test.each([false, 'false', 0, '0', 'no', 'f', '0.0', '否'])('%j means false', async (raw) => {
  expect(await read(raw, [{}])).toMatchObject({ isOnly: false, asked: [] });
});

test.each(['maybe', 2, {}, ['true'], '', ' ', null, []])('%j stops the node', async (raw) => {
  await expect(read(raw, [{}])).rejects.toThrow(/^Validate Only, for item 0: .*Nothing was sent\.$/);
});

test.each([
  ['is read directly where it is a dragged field', dragged, []],
  ['is evaluated by n8n otherwise', complex, [0, 1, 2]],
])('an expression %s, for every item', async (_how, raw, asked) => {
  const jsons = [{ dry: true }, { dry: 'yes' }, { dry: 1 }];
  expect(await read(raw, jsons)).toEqual({ isOnly: true, asked, breaths: 3 });
});

test.each([dragged, complex])('items that differ stop the node: %s', async (raw) => {
  await expect(read(raw, [{ dry: false }, { dry: 'no' }, { dry: true }])).rejects.toThrow(
    'Validate Only, for item 2: it is true here and false for item 0. Nothing was sent.',
  );
});

test.each([{ dry: '' }, { dry: null }, {}])(
  'an item that yields nothing stops the node: %j',
  async (json) => {
    await expect(read(dragged, [{ dry: true }, json])).rejects.toThrow(
      'Validate Only, for item 1: it yields nothing. Nothing was sent.',
    );
  },
);

test('an expression that fails stops the node', async () => {
  const fail = () => {
    throw new Error('no such node');
  };
  await expect(read(complex, [{}], fail)).rejects.toThrow(
    'Validate Only, for item 0: its expression failed: no such node. Nothing was sent.',
  );
});

test('an expression that names no item is asked once', async () => {
  expect(await read('={{ $vars.dry }}', [{}, {}, {}], () => 'yes')).toEqual({
    isOnly: true,
    asked: [0],
    breaths: 1,
  });
});

test('without items there is nothing to ask', async () => {
  expect(await read(complex, [])).toEqual({ isOnly: false, asked: [], breaths: 0 });
});

test('where all options are one expression, its value for the first item holds', async () => {
  const context = {
    getNode: () => ({ parameters: { options: '={{ $vars.options }}' } }),
  } as unknown as IExecuteFunctions;
  expect(await readValidateOnly(context, 'yes', itemsOf({}), async () => {})).toBe(true);
  expect(await readValidateOnly(context, undefined, itemsOf({}), async () => {})).toBe(false);
});

test('the error names the item for the editor too, and says what to do', async () => {
  const error: unknown = await read(dragged, [{ dry: true }, {}]).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    context: { itemIndex: 1 },
    description: "Set 'Validate Only' to true or false, and to the same for all items.",
  });
});

test('an execution that is cancelled in between ends there', async () => {
  const context = {
    getNode: () => ({ parameters: { options: { validateOnly: dragged } } }),
    getExecutionCancelSignal: () => AbortSignal.abort(new Error('cancelled')),
  } as unknown as IExecuteFunctions;
  const items = itemsOf({ dry: true }, { dry: false });
  await expect(readValidateOnly(context, undefined, items, async () => {})).rejects.toThrow('cancelled');
});
