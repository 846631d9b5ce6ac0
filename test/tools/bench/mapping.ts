import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { nodeParameters, sameNames } from '../../support/engine/nodeParameters';
import { rowsOf } from '../../support/engine/users';
import { savedCredential } from './account';
import { itemReading, readItem, registerUsers, toEntry } from './built';
import { inNode } from './inNode';
import { timesTable } from './timesTable';
import { timeWays } from './timeWays';

const columns = ['UserId', 'NickName', 'Tags', 'Portrait', 'Ext'];
const items = rowsOf(1000).map((row) => ({
  json: Object.fromEntries(columns.map((name) => [name, row[name]])),
}));

const dragged = Object.fromEntries(columns.map((name) => [name, sameNames[name]]));
const complex = Object.fromEntries(columns.map((name) => [name, `={{ $json.${name}.trim() }}`]));

/** The columns as the editor saves them; with them n8n checks the types of what it evaluates. */
const schema = columns.map((id) => ({ id, displayName: id, type: 'string', required: false, display: true }));

type Read = (itemIndex: number) => unknown;

/** Reads an item to the user that is sent: looked up, checked, and turned into JSON. */
function readerOfNode(context: IExecuteFunctions): Read {
  const { readers } = itemReading(context, registerUsers, context.getInputData());
  return (itemIndex) => {
    const item = readItem(itemIndex, registerUsers.rows, readers);
    return 'problems' in item ? item : toEntry(itemIndex, registerUsers, item);
  };
}

/** As nodes usually read a mapping, with nothing done to its values. */
function readerOfN8n(context: IExecuteFunctions): Read {
  return (itemIndex) => context.getNodeParameter('users', itemIndex);
}

async function timeOf(
  mapping: Record<string, unknown> | 'auto',
  readerOf: (context: IExecuteFunctions) => Read,
  timeMs: number,
): Promise<number> {
  const parameters = nodeParameters({ columns: mapping });
  Object.assign(parameters.users as INodeParameters, { schema });
  return await inNode(parameters, items, savedCredential(), async (context) => {
    const read = readerOf(context);
    let item = 0;
    const times = await timeWays({ read: () => read((item += 1) % items.length) }, timeMs);
    return times.read ?? NaN;
  });
}

/** Mapping one item with five columns. */
export async function mapping(timeMs: number): Promise<ReturnType<typeof timesTable>> {
  const name = 'getNodeParameter of the whole mapping, no more (yardstick)';
  const times = {
    'by name (Map Automatically)': await timeOf('auto', readerOfNode, timeMs),
    'five dragged fields': await timeOf(dragged, readerOfNode, timeMs),
    'a constant and four dragged fields': await timeOf({ ...dragged, Tags: 'vip' }, readerOfNode, timeMs),
    'four dragged fields, one expression': await timeOf(
      { ...dragged, NickName: complex.NickName },
      readerOfNode,
      timeMs,
    ),
    'five expressions': await timeOf(complex, readerOfNode, timeMs),
    [name]: await timeOf(dragged, readerOfN8n, timeMs),
  };
  return timesTable(times, {
    title: 'Mapping an item with five columns',
    axis: 'µs per item',
    name,
    scale: 'log',
  });
}
