import { engineAlone } from './embedded/engineAlone';
import { readRunner } from './readRunner';
import { wholeN8n } from './wholeN8n';

test('the engine runs the example, and the whole n8n where it is asked for', () => {
  expect(readRunner([])).toBe(engineAlone);
  expect(readRunner(['--n8n'])).toBe(wholeN8n);
});

test('an argument that there is not is named', () => {
  expect(() => readRunner(['--n8n', '--n9n'])).toThrow(/^There is no --n9n\. "npm start" runs/);
});
