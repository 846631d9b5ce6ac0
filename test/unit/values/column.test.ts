import { registerUsers } from '../../../nodes/VolcengineRtc/operations/registerUsers';
import { toMapperField } from '../../../nodes/VolcengineRtc/operations/column';

test('the mapper shows a column under its own name and never matches by it', () => {
  const fields = registerUsers.rows.columns.map((column) => toMapperField(column));
  expect(fields.map(({ id, required }) => [id, required])).toEqual([
    ['UserId', true],
    ['NickName', false],
    ['Tags', false],
    ['Portrait', false],
    ['Ext', false],
    ['IsRobot', false],
  ]);
  expect(fields.every(({ display, canBeUsedToMatch }) => display && canBeUsedToMatch === false)).toBe(true);
});
