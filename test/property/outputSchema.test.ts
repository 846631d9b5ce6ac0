import fc from 'fast-check';
import { operationNamed } from '../../nodes/VolcengineRtc/operations';
import type { Operation } from '../../nodes/VolcengineRtc/operations/operation';
import { outputSchemaOf } from '../../nodes/VolcengineRtc/outputSchema';
import { factsOf } from '../support/faults/facts';
import { play } from '../support/faults/play';
import { scripts } from '../support/faults/scripts';
import { themes } from '../support/faults/themes';
import { misfitsOf, type OutputSchema } from '../support/outcomes/schemaFit';

test('whatever goes wrong, an outcome has no field that the schema of its operation does not list', async () => {
  await fc.assert(
    fc.asyncProperty(scripts(themes['all of that comes together']), async (script) => {
      const operation = operationNamed(script.operation, factsOf(script).resource) as Operation;
      const schema = outputSchemaOf(operation) as OutputSchema;
      const { outputs = [] } = await play(script);
      const misfits = outputs.flat().flatMap(({ json: { outcome } }) => misfitsOf(schema, { outcome }));
      expect(misfits).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
