import fc from 'fast-check';
import { keepLaws } from '../property/faults/keepLaws';
import { type ThemeName, themes } from '../property/faults/themes';

fc.configureGlobal({ seed: 1, endOnFailure: true });

test.each(Object.keys(themes) as ThemeName[])('the laws hold when %s', async (theme) => {
  await keepLaws(theme, 30);
});
