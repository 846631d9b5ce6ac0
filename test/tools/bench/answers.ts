/** What the service says of a request, as JSON text: every user is registered, and found with a profile. */
export function resultOf(action: string, body: string): string {
  if (action !== 'BatchGetUser') return '{}';
  const ids = body.slice(body.indexOf('[') + 1, body.indexOf(']')).split(',');
  return `{"Users":[${ids.map(profileOf).join(',')}]}`;
}

/** The same, but every other user is registered already. */
export function resultOfHalf(action: string, body: string): string {
  if (action !== 'RegisterUsers') return resultOf(action, body);
  const ids = [...body.matchAll(/"UserId":(\d+)/g)].map(([, id]) => id as string);
  const infos = ids.filter((_, index) => index % 2 === 1).map(existing);
  return `{"FailedInfos":[${infos.join(',')}]}`;
}

function profileOf(id: string): string {
  return `{"UserId":${id},"NickName":"José 王","Tags":["vip","北京"],"Ext":{"level":"7"},"IsRobot":false,"CreateTime":1711929600000}`;
}

function existing(id: string): string {
  return `{"UserId":"${id}","Code":"UserHasRegistered","Message":"the user has registered"}`;
}
