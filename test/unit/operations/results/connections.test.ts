import { readConnections } from '../../../../nodes/VolcengineRtc/operations/results/connections';

const connection = {
  ConnId: 'c1',
  UserId: 7,
  DeviceId: '9007199254740993',
  ClientVersion: 12,
  Platform: 'iOS',
};

test('a user that is online has its connections, everything as text', () => {
  expect(readConnections({ QueryOnlineResults: { '007': [connection, {}] } })).toStrictEqual(
    new Map([
      [
        '7',
        {
          data: {
            online: true,
            connections: [
              { platform: 'iOS', deviceId: '9007199254740993', connectionId: 'c1', clientVersion: '12' },
              {},
            ],
          },
        },
      ],
    ]),
  );
});

test.each([[[]], [null]])('a user with the connections %j is offline', (connections) => {
  const rows = readConnections({ QueryOnlineResults: { 7: connections } });
  expect(rows?.get('7')).toEqual({ data: { online: false, connections: [] } });
});

test.each<[kind: string, result: unknown]>([
  ['an empty result', {}],
  ['results of null', { QueryOnlineResults: null }],
  ['empty results', { QueryOnlineResults: {} }],
])('%s names nobody', (_kind, result) => {
  expect(readConnections(result)).toEqual(new Map());
});

test.each<[kind: string, result: unknown]>([
  ['no result', undefined],
  ['a list', []],
  ['results of a list', { QueryOnlineResults: [] }],
  ['an id of words', { QueryOnlineResults: { ann: [] } }],
  ['connections of text', { QueryOnlineResults: { 7: 'web' } }],
  ['a connection of text', { QueryOnlineResults: { 7: ['web'] } }],
  ['a nested connection', { QueryOnlineResults: { 7: [{ Platform: {} }] } }],
  ['more connections than anybody has', { QueryOnlineResults: { 7: Array(1001).fill({}) } }],
  [
    'more users than any request asks for',
    { QueryOnlineResults: Object.fromEntries(Array.from({ length: 1001 }, (_, id) => [id, []])) },
  ],
])('%s is not of the documented shape', (_kind, result) => {
  expect(readConnections(result)).toBeUndefined();
});
