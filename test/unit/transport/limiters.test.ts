import { sharedLimiter } from '../../../nodes/VolcengineRtc/transport/limiters';

test('all executions share the limiter of an access key and an action', () => {
  expect(sharedLimiter('key', 'RegisterUsers', 50)).toBe(sharedLimiter('key', 'RegisterUsers', 50));
});

test('each access key and each action has a limiter of its own', () => {
  const limiters = [
    sharedLimiter('key', 'RegisterUsers', 50),
    sharedLimiter('other key', 'RegisterUsers', 50),
    sharedLimiter('key', 'BatchGetUser', 100),
  ];
  expect(new Set(limiters).size).toBe(3);
});
