import { appId } from '../../../../nodes/VolcengineRtc/operations/requestMember';
import { memberReader } from '../../../../nodes/VolcengineRtc/pipeline/reading/memberReader';
import type { Source } from '../../../../nodes/VolcengineRtc/pipeline/reading/source';

const sourceOf = (raw: unknown, valueOf: Source['valueOf'] = () => raw): Source => ({
  name: 'App ID',
  raw,
  valueOf,
});

test('a constant is read once, and an expression for each item', () => {
  const read = jest.fn(appId.read);
  const constant = memberReader({ ...appId, read }, [sourceOf('7')]);
  expect([constant(0), constant(1)]).toEqual([{ json: '7' }, { json: '7' }]);
  expect(read).toHaveBeenCalledTimes(1);
  const expression = memberReader(appId, [sourceOf('={{ $itemIndex }}', (itemIndex) => itemIndex)]);
  expect([expression(0), expression(1)]).toEqual([{ json: '0' }, { json: '1' }]);
});

test('one expression among constants is enough for each item to be read', () => {
  const member = { ...appId, read: ([one, other]: readonly unknown[]) => ({ json: `${one}${other}` }) };
  const reader = memberReader(member, [
    sourceOf('7'),
    sourceOf('={{ $itemIndex }}', (itemIndex) => itemIndex),
  ]);
  expect([reader(0), reader(1)]).toEqual([{ json: '70' }, { json: '71' }]);
});

test('what fails is a problem of the item', () => {
  const fails = () => {
    throw new Error('odd');
  };
  expect(memberReader(appId, [sourceOf('={{ x }}', fails)])(0)).toEqual({
    problem: 'its expression failed: odd',
  });
  expect(memberReader({ ...appId, read: fails }, [sourceOf('={{ x }}', () => 7)])(0)).toEqual({
    problem: 'it cannot be read: odd',
  });
});
