import { keepLaws } from '../support/faults/keepLaws';

describe('Success and Failed are the input, and tell the truth', () => {
  test('when the content of requests is refused', async () =>
    await keepLaws('the content of requests is refused', 1500));
  test('when single apps are refused', async () => await keepLaws('single apps are refused', 1000));
  test('when users may not be processed any more', async () =>
    await keepLaws('users may not be processed any more', 1500));
});
