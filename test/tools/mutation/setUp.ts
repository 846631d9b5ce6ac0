/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tests take their words from the global object */
import { expect } from 'expect';
import fc from 'fast-check';
import { bind } from 'jest-each';
import { fn, spyOn } from 'jest-mock';
import { stillClock } from './stillClock';

// jest starts anew for each mutant, which takes a hundred times as long as the tests do. mocha loads them once and
// runs them again and again in one process; these are the words that they know from jest.
const test = Object.assign(it, { each: bind(it) });
// mocha makes `describe` anew for each file.
let current = describe;
Object.defineProperty(global, 'describe', {
  get: () => current,
  set: (made: typeof describe) => (current = Object.assign(made, { each: bind(made) })),
});
Object.assign(global, { expect, test, jest: { fn, spyOn, ...stillClock } });

// The same scripts every time, and no search for the smallest that fails: a mutant is met or it is not.
fc.configureGlobal({ seed: 1, endOnFailure: true });
