import { keepLaws } from '../support/faults/keepLaws';

describe('Success and Failed are the input, and tell the truth', () => {
  test('when the execution is cancelled', async () => await keepLaws('the execution is cancelled', 1500));
  test('when all of that comes together', async () => await keepLaws('all of that comes together', 1500));
});
