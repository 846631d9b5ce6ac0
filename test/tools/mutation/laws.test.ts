import { operationNames } from '../../support/faults/facts';
import { keepLaws } from '../../support/faults/keepLaws';
import { type ThemeName, themes } from '../../support/faults/themes';

test.each(Object.keys(themes) as ThemeName[])('the laws hold when %s', async (theme) => {
  await keepLaws(theme, 25, 'registerUsers');
});

test.each(operationNames)('the laws hold for %s', async (operation) => {
  await keepLaws('all of that comes together', 12, operation);
  await keepLaws('some users of a request fail', 12, operation);
});
