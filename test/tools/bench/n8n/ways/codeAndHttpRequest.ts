import { sampleAccount } from '../../../../support/emulator';
import { node } from '../workflow';
import type { Stage, Way } from './way';

/** What people build without a node: a Code node that batches and signs, and HTTP Request with its batching. */
export const codeAndHttpRequest: Way = {
  name: 'Code node + HTTP Request',
  nodes: (stage) => [
    node('Sign', 'n8n-nodes-base.code', 2, { jsCode: signingCode(stage) }),
    node('Send', 'n8n-nodes-base.httpRequest', 4.2, {
      method: 'POST',
      url: '={{ $json.url }}',
      sendHeaders: true,
      specifyHeaders: 'json',
      jsonHeaders: '={{ JSON.stringify($json.headers) }}',
      sendBody: true,
      contentType: 'raw',
      rawContentType: 'application/json',
      body: '={{ $json.body }}',
      options: { batching: { batch: { batchSize: 50, batchInterval: 1000 } } },
    }),
  ],
};

/** Signs as the documentation says, with the keys in the code, as such code goes. */
function signingCode({ service, appId }: Stage): string {
  const { accessKeyId, secretAccessKey } = sampleAccount;
  return `
const crypto = require('crypto');
const sha256 = (text) => crypto.createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest();
const host = ${JSON.stringify(new URL(service.url).host)};
const query = 'Action=RegisterUsers&Version=2020-12-01';
const items = $input.all();
const requests = [];
for (let start = 0; start < items.length; start += 20) {
  const users = items.slice(start, start + 20).map(({ json }) =>
    '{"UserId":' + json['User ID'] + ',"NickName":' + JSON.stringify(json['Nick Name']) +
    ',"Tags":' + JSON.stringify(json.Tags.split(',')) + '}');
  const body = '{"AppId":${appId},"Users":[' + users.join(',') + ']}';
  const date = new Date().toISOString().replace(/[-:]|\\.\\d{3}/g, '');
  const scope = date.slice(0, 8) + '/cn-north-1/rtc/request';
  const signed = 'content-type:application/json\\nhost:' + host + '\\nx-content-sha256:' + sha256(body) +
    '\\nx-date:' + date + '\\n';
  const names = 'content-type;host;x-content-sha256;x-date';
  const canonical = ['POST', '/', query, signed, names, sha256(body)].join('\\n');
  const key = [date.slice(0, 8), 'cn-north-1', 'rtc', 'request'].reduce(hmac, ${JSON.stringify(secretAccessKey)});
  const signature = hmac(key, ['HMAC-SHA256', date, scope, sha256(canonical)].join('\\n')).toString('hex');
  requests.push({ json: {
    url: ${JSON.stringify(service.url)} + '/?' + query,
    headers: {
      'Content-Type': 'application/json', 'X-Date': date, 'X-Content-Sha256': sha256(body),
      Authorization: 'HMAC-SHA256 Credential=${accessKeyId}/' + scope + ', SignedHeaders=' + names + ', Signature=' + signature,
    },
    body,
  } });
}
return requests;
`;
}
