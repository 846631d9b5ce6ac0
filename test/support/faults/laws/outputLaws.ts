import { placeOf } from '../../outcomes/outcomes';
import { demand, type Law } from './law';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What holds for what comes out, whatever the items are. */
export const outputLaws: Record<string, Law> = {
  'every item comes out exactly once, in input order, and linked to its input': ({ outputs, items }) => {
    if (outputs === undefined) return;
    const places = outputs.map((output) => output.map(placeOf));
    demand(outputs.length === 2, () => `${outputs.length} outputs`);
    places.forEach((some) =>
      demand(
        same(
          some,
          some.toSorted((a, b) => a - b),
        ),
        () => `out of order: ${some.join()}`,
      ),
    );
    const all = places.flat().sort((a, b) => a - b);
    demand(same(all, [...items.keys()]), () => `items ${all.join()} of ${items.length}`);
  },

  'an item keeps its data, and gets nothing but the outcome': ({ outputs = [], items }) => {
    for (const item of outputs.flat()) {
      const { json, binary, ...rest } = item;
      const { outcome, ...kept } = json;
      const given = items[placeOf(item)];
      demand(outcome !== undefined, () => 'an item without an outcome');
      demand(
        same(kept, given?.json) && same(binary, given?.binary),
        () => `changed: ${JSON.stringify(item)}`,
      );
      demand(same(Object.keys(rest), ['pairedItem']), () => `with more: ${Object.keys(rest).join()}`);
    }
  },

  'an outcome says first whether it is a success': ({ outputs = [] }) => {
    outputs.forEach((items, output) =>
      items.forEach(({ json }) => {
        const [first] = Object.entries(json.outcome as object);
        demand(same(first, ['success', output === 0]), () => JSON.stringify(json.outcome));
      }),
    );
  },

  'no two items share what came out, so that a later node may change it': ({ outputs = [] }) => {
    const seen = new Set<unknown>();
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      demand(!seen.has(value), () => `shared: ${JSON.stringify(value)}`);
      seen.add(value);
      Object.values(value).forEach(look);
    };
    for (const { json } of outputs.flat()) look(json.outcome);
  },
};
