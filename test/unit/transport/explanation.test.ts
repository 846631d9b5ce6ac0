import { ExplainedError, inOneText, joined } from '../../../nodes/VolcengineRtc/transport/explanation';

test.each([
  [{ message: 'It is off.' }, 'It is off.'],
  [{ message: 'It is off' }, 'It is off'],
  [{ message: 'It is off.', description: 'Set it.' }, 'It is off. Set it.'],
  [{ message: 'It is off', description: 'Set it.' }, 'It is off. Set it.'],
  [{ message: 'Is it off?', description: 'Set it.' }, 'Is it off? Set it.'],
  [{ message: '它关了。', description: 'Set it.' }, '它关了。 Set it.'],
])('both parts are one text: %j', (explanation, text) => {
  expect(inOneText(explanation)).toBe(text);
});

test('a full stop between two texts is put where there is none', () => {
  expect([joined('One', 'Two.'), joined('One!', 'Two.')]).toEqual(['One. Two.', 'One! Two.']);
});

test('an error has both parts, and no description where there is none', () => {
  const error = new ExplainedError({ message: 'It is off.', description: 'Set it.' });
  expect(error).toMatchObject({ message: 'It is off.', description: 'Set it.' });
  expect(error).toBeInstanceOf(Error);
  expect(new ExplainedError({ message: 'It is off.' }).description).toBeUndefined();
});
