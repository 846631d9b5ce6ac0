import { engines } from '../../../package.json';
import { nodeProblem } from './nodeProblem';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('Node.js %s will do', (version) => {
  expect(nodeProblem(version, engines.node)).toBeUndefined();
});

test.each(['16.20.2', '18.20.8', '20.18.3'])('Node.js %s is too old, and what to do is said', (version) => {
  const advice = `Node.js ${version} is too old: install 20.19 or newer (https://nodejs.org) and start again with it.`;
  expect(nodeProblem(version, engines.node)).toBe(advice);
});
