import { keepLaws } from '../support/faults/keepLaws';

describe('Success and Failed are the input, and tell the truth', () => {
  test('when the network fails', async () => await keepLaws('the network fails', 1300));
  test('when something in between answers', async () => await keepLaws('something in between answers', 1000));
  test('when answers break off, stall or make no sense', async () =>
    await keepLaws('answers break off, stall or make no sense', 1300));
  test('when nothing but existing users is in the way', async () =>
    await keepLaws('nothing but existing users is in the way', 1300));
});
