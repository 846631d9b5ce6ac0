/** Users as rows of a list, with everything in them that is easily mangled on the way. */
export function rowsOf(count: number, first = 0): Array<Record<string, string>> {
  return Array.from({ length: count }, (_, position) => rowOf(first + position));
}

function rowOf(index: number): Record<string, string> {
  return {
    UserId: String(9_007_199_254_740_993n + BigInt(index) * 2n),
    NickName: `${['Zoë', '王芳', 'さくら', 'Дмитрий', '"Quote", \\back\\', '👩‍🚀 Ana'][index % 6]} ${index}`,
    Tags: index % 2 === 0 ? 'vip, 北京' : '["beta","a,b"]',
    Portrait: `https://example.com/portraits/${index}.png?size=64&name=é`,
    Ext: JSON.stringify({ level: index % 60, 城市: '上海', 'quo"te': '🙂' }),
    IsRobot: index % 10 === 0 ? 'yes' : 'no',
  };
}
