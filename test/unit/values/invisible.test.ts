import {
  invisibleIn,
  isInvisible,
  trimInvisible,
  withoutInvisible,
} from '../../../nodes/VolcengineRtc/values/invisible';

/** Characters that stick to text copied from web pages, documents and files. */
const invisible = {
  blank: ' ',
  tab: '\t',
  'line feed': '\n',
  'no-break space': '\u00a0',
  'ideographic space': '\u3000',
  'zero-width space': '\u200b',
  'zero-width joiner': '\u200d',
  'left-to-right mark': '\u200e',
  'right-to-left embedding': '\u202b',
  'word joiner': '\u2060',
  'soft hyphen': '\u00ad',
  'byte order mark': '\ufeff',
  'language tag': '\u{e0001}',
};

const cases = Object.entries(invisible).map(([name, character]) => ({ name, character }));

test.each(cases)('a $name is ignored around text, and found within it', ({ character }) => {
  expect(isInvisible(character)).toBe(true);
  expect(trimInvisible(`${character}${character}a${character}b${character}`)).toBe(`a${character}b`);
  expect(trimInvisible(character)).toBe('');
  expect(withoutInvisible(`${character}a${character}b${character}`)).toBe('ab');
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  expect(invisibleIn(`a${character}b`)).toMatch(`(U+${code})`);
});

test.each(['a', 'Ann Lee', '张三', '😀', '🏴\u{e0067}\u{e007f}', '\ud83d', '\ude00', ''])(
  'nothing of %j is trimmed',
  (text) => expect(trimInvisible(text)).toBe(text),
);

test.each(['a', '张三😀', '\ud83d', ''])('nothing invisible is found in %j', (text) => {
  expect(invisibleIn(text)).toBeUndefined();
});
