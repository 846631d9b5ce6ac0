import { sampleAppId } from '../support/emulator';
import type { Workflow } from '../support/n8n';

// n8n parses a JSON body before it sends it, so a longer id would lose digits on the way.
export const userId = '736176484873590';
const call = 'Action=BatchGetUser&Version=2020-12-01';
const json = `{"AppId":${sampleAppId},"UserIds":[${userId}]}`;
const withBody = { method: 'POST', sendBody: true };
/** Values that are easily signed in another form than they are sent in. */
export const hardValues = ['a b', 'a+b', 'a*b', "!'()~", '中文 名', '100%', 'x/y?z=1&q', ''];

/** Parameters of n8n's HTTP Request node; a `url` without a host is appended to that of the emulator. */
export type Call = { url: string; fails?: boolean; repeat?: boolean } & Record<string, unknown>;

/** Calls by the name of a case. */
export const requests: Record<string, Call> = {
  'a JSON body': { url: `/?${call}`, ...withBody, specifyBody: 'json', jsonBody: json },
  'a raw body': {
    url: `/?${call}`,
    ...withBody,
    contentType: 'raw',
    rawContentType: 'application/json',
    body: json,
  },
  'a form body': {
    url: `/?${call}`,
    ...withBody,
    contentType: 'form-urlencoded',
    bodyParameters: { parameters: hardValues.map((value, index) => ({ name: `field ${index}*`, value })) },
  },
  'no body': { url: `/?${call}`, method: 'POST' },
  'the method GET': { url: '/?Action=GetCallerIdentity&Version=2018-01-01', method: 'GET' },
  'a query in the URL': {
    url: `/?${call}&Value=${hardValues.map(encodeURIComponent).join('&Value=')}&Plus=a+b&Star=*`,
    ...withBody,
    specifyBody: 'json',
    jsonBody: json,
  },
  'a query in fields': {
    url: '/',
    method: 'POST',
    sendQuery: true,
    queryParameters: {
      parameters: [
        { name: 'Version', value: '2020-12-01' },
        { name: 'Action', value: 'BatchGetUser' },
        ...hardValues.map((value, index) => ({ name: `键 ${index}+*`, value })),
      ],
    },
  },
  'names repeated in a query': {
    url: `/?${call}&Tag=b`,
    method: 'POST',
    sendQuery: true,
    specifyQuery: 'json',
    jsonQuery: JSON.stringify({ Tag: ['c d', 'a'] }),
    repeat: true,
  },
};

/** A workflow that makes each of these calls, one after the other, and goes on where one fails. */
export function workflowCalling(baseUrl: string, calls: Record<string, Call> = requests): Workflow {
  const trigger = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };
  const nodes = Object.entries(calls).map(([name, { url, repeat, fails, ...parameters }], index) => ({
    name,
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.2,
    position: [300, index * 100],
    onError: 'continueRegularOutput',
    credentials: {},
    parameters: {
      ...parameters,
      url: url.startsWith('/') ? `${baseUrl}${url}` : url,
      authentication: 'predefinedCredentialType',
      nodeCredentialType: 'volcengineRtcApi',
      options: {
        response: { response: { fullResponse: true, neverError: fails !== true } },
        ...(repeat ? { queryParameterArrays: 'repeat' } : {}),
      },
    },
  }));
  return {
    name: 'Calls of the HTTP Request node',
    nodes: [{ ...trigger, id: 'start', position: [0, 0], parameters: {} }, ...nodes],
    connections: Object.fromEntries(
      ['Start', ...Object.keys(calls)]
        .slice(0, -1)
        .map((from, index) => [
          from,
          { main: [[{ node: Object.keys(calls)[index], type: 'main', index: 0 }]] },
        ]),
    ),
    settings: { executionOrder: 'v1' },
  };
}
