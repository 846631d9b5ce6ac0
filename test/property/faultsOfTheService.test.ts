import { keepLaws } from '../support/faults/keepLaws';

describe('Success and Failed are the input, and tell the truth', () => {
  test('when the service fails', async () => await keepLaws('the service fails', 1300));
  test('when the account is throttled', async () => await keepLaws('the account is throttled', 1300));
  test('when some users of a request fail', async () => await keepLaws('some users of a request fail', 1300));
});
