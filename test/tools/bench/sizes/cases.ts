import type { IDataObject } from 'n8n-workflow';

/** An item that is far larger than any that people send. */
export interface LargeItem {
  name: string;
  json: IDataObject;
  /** The object in it that Node takes its time to copy, if there is one. */
  large?: object;
}

const mebibytes = (count: number) => count * 1024 * 1024;

const members = (count: number): IDataObject =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`field ${at}`, at]));

/** A member of the item; its id is sound. */
const item = (name: string, column: string, value: unknown): LargeItem => ({
  name,
  json: { UserId: '1', [column]: value } as IDataObject,
  ...(typeof value === 'object' && !Array.isArray(value) && { large: value as object }),
});

/** Texts at the bound are read whole; what is beyond is refused. */
export function largeItems(): LargeItem[] {
  const fields = members(200_000);
  const ext = `{${Array.from({ length: 1000 }, (_, at) => `"${'name'.repeat(12)}${at}":1.10`).join()}}`;
  return [
    item(
      'Tags: 64 KiB, a thousand of them in quotes',
      'Tags',
      `"${'x'.repeat(62)}",`.repeat(1000).slice(0, -1),
    ),
    item('Tags: 64 KiB of commas', 'Tags', ','.repeat(65_536)),
    item('Tags: 16 MiB of commas', 'Tags', ','.repeat(mebibytes(16))),
    item('Tags: a list of 10 million', 'Tags', Array(10_000_000).fill('x')),
    item('Ext: 64 KiB of JSON, a thousand members', 'Ext', ext),
    item('Ext: 64 KiB of lists, none closed', 'Ext', `{"a":1.10,"b":${'['.repeat(65_000)}`),
    item('Ext: 16 MiB of escaped quotes', 'Ext', `{"a":1234567890123456,"${'\\"'.repeat(mebibytes(8))}`),
    item('Nickname: 16 MiB', 'NickName', '😀'.repeat(mebibytes(8))),
    item('User ID: 16 MiB of blanks', 'UserId', ' '.repeat(mebibytes(16))),
    item('Ext: an object of 600,000 members', 'Ext', members(600_000)),
    { name: 'an item of 200,000 fields, mapped by name', json: { UserId: '1', ...fields }, large: fields },
    { name: 'an item of 200,000 fields, and no ID', json: fields, large: fields },
  ];
}
