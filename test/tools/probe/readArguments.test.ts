import { readArguments } from './readArguments';

test('sends no broadcast, asks for a yes and writes to output/probe.md unless told otherwise', () => {
  expect(readArguments([])).toEqual({ yes: false, broadcast: false, report: 'output/probe.md' });
});

test.each([
  [['--report', 'a b.md', '--yes', '--broadcast'], { yes: true, broadcast: true, report: 'a b.md' }],
  [['--report=x.md'], { yes: false, broadcast: false, report: 'x.md' }],
])('reads %j', (args, given) => {
  expect(readArguments(args)).toEqual(given);
});

test.each([[['--report=']], [['--report']], [['--yes=1']], [['-y']], [['report.md']]])(
  'refuses %j',
  (args) => {
    expect(readArguments(args)).toEqual({ problem: expect.any(String) });
  },
);
