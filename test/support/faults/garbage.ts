import type { ActionName } from './facts';

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

/** Wrong results of actions that do not name failed users: of the same name in the list, or else in turn. */
const otherResults: Readonly<Record<string, ReadonlyArray<(ids: readonly string[]) => string>>> = {
  BatchGetUser: [
    () => withResult('"Users":"none"'),
    () => withResult('"Users":{}'),
    () => withResult('"NotFoundUsers":false'),
    () => withResult('"Users":[null]'),
    () => withResult('"Users":[[]],"NotFoundUsers":[]'),
    () => withResult('"Users":[{"NickName":"Ann"}]'),
    () => withResult('"Users":[{"UserId":-1}]'),
    () => withResult('"NotFoundUsers":[null]'),
    () => withResult('"NotFoundUsers":[777777777777]'),
    (ids) => withResult(`"Users":[{"UserId":${ids[0]},"Tags":"vip"}]`),
    (ids) => withResult(`"Users":[{"UserId":${ids[0]}},{"UserId":777777777777}]`),
  ],
  QueryOnlineStatus: [
    () => withResult('"QueryOnlineResults":"none"'),
    () => withResult('"QueryOnlineResults":[]'),
    () => withResult('"QueryOnlineResults":false'),
    () => withResult('"QueryOnlineResults":{"ann":[]}'),
    () => withResult('"QueryOnlineResults":{"777777777777":[]}'),
    (ids) => withResult(`"QueryOnlineResults":{"${ids[0]}":{}}`),
    (ids) => withResult(`"QueryOnlineResults":{"${ids[0]}":[null]}`),
    (ids) => withResult(`"QueryOnlineResults":{"${ids[0]}":[{"ConnId":{}}]}`),
  ],
  // Its result is empty, so that anything but an object is none.
  UserBroadcast: [() => `{${metadata},"Result":"done"}`, () => `{${metadata},"Result":[]}`],
};

function withResult(members: string): string {
  return `{${metadata},"Result":{${members}}}`;
}

/** An answer by its name that is none of an action. */
export function garbageOf(action: ActionName, name: string, ids: readonly string[]): string {
  const own = otherResults[action];
  const body = (garbage[name] as (ids: readonly string[]) => string)(ids);
  if (own === undefined || !body.includes('FailedInfos')) return body;
  const place = Object.keys(garbage).indexOf(name);
  return (own[place % own.length] as (ids: readonly string[]) => string)(ids);
}
