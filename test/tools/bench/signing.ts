import Signer from '@volcengine/openapi/lib/base/sign';
import { AwsV4Signer } from 'aws4fetch';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { sampleAccount, sampleAppId } from '../../support/emulator';
import { rowsOf } from '../../support/engine/users';
import { savedCredential } from './account';
import { apiRequest, registerUsers, signRequest } from './built';
import { timesTable } from './timesTable';
import { timeWays } from './timeWays';

const endpoint = 'https://rtc.volcengineapi.com';
const group = { appId: String(sampleAppId), json: `"AppId":${sampleAppId}` };
const { body } = apiRequest(
  registerUsers,
  rowsOf(20).map((row, itemIndex) => ({ itemIndex, group, userId: '', json: JSON.stringify(row) })),
);
const query = { Action: 'RegisterUsers', Version: '2020-12-01' };
const path = '/?Action=RegisterUsers&Version=2020-12-01';
const { accessKeyId, secretAccessKey } = sampleAccount;

const credential = savedCredential();

/** As n8n calls it: the whole of the credential, from the fields of its form to the options of the request. */
async function signWithCredential(): Promise<IHttpRequestOptions> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  return await credential.type.authenticate(credential.data, { method: 'POST', url: path, headers, body });
}

const scope = { region: 'cn-north-1', service: 'rtc' };
const queryText = new URLSearchParams(query).toString();

/** As the others here: a text body, and headers that are there already. */
function sign(): Record<string, string> {
  const request = {
    method: 'POST',
    host: new URL(endpoint).host,
    path: '/',
    query: queryText,
    body: Buffer.from(body),
    contentType: 'application/json',
  };
  return signRequest(request, { accessKeyId, secretAccessKey }, scope, new Date());
}

function signWithVolcengineSdk(): void {
  const headers = { Host: new URL(endpoint).host, 'Content-Type': 'application/json' };
  const request = { region: 'cn-north-1', method: 'POST', params: query, headers, body, pathname: '/' };
  new Signer(request, 'rtc').addAuthorization({ accessKeyId, secretKey: secretAccessKey, sessionToken: '' });
}

async function signWithAws4fetch(): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const key = { accessKeyId, secretAccessKey };
  const request = { method: 'POST', url: endpoint + path, headers, body };
  await new AwsV4Signer({ ...request, ...key, service: 'rtc' }).sign();
}

/** Signing a request with a full batch of 20 users. */
export async function signing(timeMs: number): Promise<ReturnType<typeof timesTable>> {
  const sdk = '@volcengine/openapi (yardstick)';
  const ways = {
    "this package's signature": sign,
    "this package's credential, as n8n calls it": signWithCredential,
    'aws4fetch (AWS SigV4)': signWithAws4fetch,
    [sdk]: signWithVolcengineSdk,
  };
  return timesTable(await timeWays(ways, timeMs), {
    title: `Signing a request of 20 users, ${Buffer.byteLength(body)} bytes`,
    axis: 'µs per request',
    name: sdk,
    scale: 'log',
  });
}
