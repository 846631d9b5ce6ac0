const metadata = '"ResponseMetadata":{"RequestId":"garbage"}';

const withInfos = (infos: string) => `{${metadata},"Result":{"FailedInfos":${infos}}}`;

/** Answers under HTTP 200 that are none of this API, by name; the ids are those of the request. */
export const garbage: Readonly<Record<string, (ids: readonly string[]) => string>> = {
  'an empty answer': () => '',
  'a page of HTML': () => '<html><body>Sign in to the network</body></html>',
  'JSON that is cut off': () => `{${metadata},"Result":{"Fail`,
  'an error without a code': () => '{"ResponseMetadata":{"Error":{"Message":"boom"}},"Result":{}}',
  'an error of text': () => '{"ResponseMetadata":{"Error":"boom"},"Result":{}}',
  'no envelope': () => '{"Result":{}}',
  'an envelope of null': () => '{"ResponseMetadata":null,"Result":{}}',
  'an envelope that is a list': () => '{"ResponseMetadata":[],"Result":{}}',
  'JSON null': () => 'null',
  'a list': () => '[]',
  'a number': () => '7',
  'two answers': () => `{${metadata}}{${metadata}}`,
  'a result of text': () => `{${metadata},"Result":"done"}`,
  'a result that is a list': () => `{${metadata},"Result":[]}`,
  'a result of false': () => `{${metadata},"Result":false}`,
  'infos of text': () => withInfos('"none"'),
  'infos that are an object': () => withInfos('{}'),
  'infos of false': () => withInfos('false'),
  'an info of null': () => withInfos('[null]'),
  'an info that is a list': () => withInfos('[[]]'),
  'an info without an id': () => withInfos('[{"Code":"UserNotFound"}]'),
  'an id of null': () => withInfos('[{"UserId":null,"Code":"UserNotFound"}]'),
  'a negative id': () => withInfos('[{"UserId":-1,"Code":"UserNotFound"}]'),
  'a fractional id': () => withInfos('[{"UserId":1.5,"Code":"UserNotFound"}]'),
  'an id in exponent form': () => withInfos('[{"UserId":1e3,"Code":5}]'),
  'an unknown id': () => withInfos('[{"UserId":"777777777777","Code":"UserNotFound","Message":""}]'),
  'an unknown id beside a known one': (ids) =>
    withInfos(`[{"UserId":"${ids[0]}","Code":"UserNotFound"},{"UserId":777777777777,"Code":"UserNotFound"}]`),
  'an info without a code': (ids) => withInfos(`[{"UserId":"${ids[0]}"}]`),
  'a code that is a number': (ids) => withInfos(`[{"UserId":"${ids[0]}","Code":100014}]`),
};
