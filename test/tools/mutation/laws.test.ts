import { keepLaws } from '../../support/faults/keepLaws';
import { type ThemeName, themes } from '../../support/faults/themes';

test.each(Object.keys(themes) as ThemeName[])('the laws hold when %s', async (theme) => {
  await keepLaws(theme, 25);
});
