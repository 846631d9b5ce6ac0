/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- figures printed in public documentation */
/** A signed request with the figures it must lead to. */
export interface Vector {
  name: string;
  method: string;
  query: string;
  /** The signed headers, in the order signed. */
  headers: Record<string, string>;
  body?: string;
  secret: string;
  scope: string;
  canonicalHash: string;
  /** The signing key in hex, where published. */
  key?: string;
  signature: string;
}

// The sample secrets printed in the documentation; they have never opened anything.
const sample1 = 'TnpCak5XWXpZV1U0WkRaaE5ERmxaR0ZpTmpjeVkyUXlZek0wTWpJMU1qWQ==';
const sample2 = 'WkRZeE1EQmxPVGhsWWpWak5HVmtNbUUxTXpZeU9UVXlOMlE1TmpZeVlqTQ==';
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const listUsers = 'Action=ListUsers&Version=2018-01-01&Limit=10&Offset=0';

function formHeaders(host: string) {
  return {
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    host,
    'x-content-sha256': emptyHash,
    'x-date': '20201230T081805Z',
  };
}

/**
 * The examples of the signature documentation.
 * Source: https://www.volcengine.com/docs/6348/69859, https://www.volcengine.com/docs/6369/67270 (its current and
 * its older text) and https://www.volcengine.com/docs/6369/67269
 */
export const publishedVectors: Vector[] = [
  {
    name: 'GetRecordTask of rtc',
    method: 'GET',
    query: 'Action=GetRecordTask&Version=2022-06-01&AppId=Your_AppId&RoomId=Your_RoomId&TaskId=Your_TaskId',
    headers: formHeaders('rtc.volcengineapi.com'),
    secret: sample1,
    scope: '20201230/cn-north-1/rtc/request',
    canonicalHash: 'cd2e2d1e141de6f5af872f4a5976268cf3757ce45a102ded8e0d8483e5435dfc',
    key: 'bc0e4f44b530f4db214d8c22d2e520eeb264b5e68906b039fb97e6880b4badf4',
    signature: 'b650bac39169258e864c755c583327377aa505c8588f873bd7b3c5a08584942d',
  },
  {
    name: 'ListUsers of iam',
    method: 'GET',
    query: listUsers,
    headers: { host: 'iam.volcengineapi.com', 'x-date': '20240619T071306Z' },
    secret: sample2,
    scope: '20240619/cn-beijing/iam/request',
    canonicalHash: '5ed5bca3905e1fcbf789abb56a17c2d819674a3bcfa468ae476bd1ea80d135cb',
    key: 'abee62e533a58934c49954459a3c3237d2fccea517c9a7c8a2651d8ea7779826',
    signature: 'e31c4558bcfe08a286001f59cedbf0791ffd0b2362f10e55ee2627467bcdde93',
  },
  {
    name: 'ListUsers of iam in the older text',
    method: 'GET',
    query: listUsers,
    headers: formHeaders('iam.volcengineapi.com'),
    secret: sample1,
    scope: '20201230/cn-north-1/iam/request',
    canonicalHash: '3a4d4dee07c3308a52da01bc12d7a83c3705bfa543f51648f46de880bb2a7447',
    key: 'e7d2eb478084eaaaf8f85c161de16f13d97e52e77bd0415f33e7feb561cccffd',
    signature: '28eeabbbd726b87002e0fe58ad8c1c768e619b06e2646f35b6ad7ed029a6d8a7',
  },
  {
    name: 'ListBill of billing',
    method: 'POST',
    query: 'Action=ListBill&Version=2022-01-01',
    headers: { host: 'billing.volcengineapi.com', 'x-date': '20250329T180937Z' },
    body: '{"Limit":10,"BillPeriod":"2023-08"}',
    secret: sample2,
    scope: '20250329/cn-beijing/billing/request',
    canonicalHash: '27383e3b56d03850f5634483527fbddcbf06cf98de1bc8a6679ef2300bff3b15',
    key: 'b491ed164936de3bb06c1eb23326aa9587b5aaa6a4e02144b9d523bbebb7ca9f',
    signature: '5e8480ceea12d0000a23c054151c50dd02c1a7dec835004057d19f13d53a7658',
  },
  {
    name: 'QueryBalanceAcct of billing',
    method: 'GET',
    query: 'Action=QueryBalanceAcct&Version=2022-01-01',
    headers: { host: 'billing.volcengineapi.com', 'x-date': '20250329T180937Z' },
    secret: sample2,
    scope: '20250329/cn-beijing/billing/request',
    canonicalHash: '43171c1658c64b5db55c58d54988a4598d2d09a5613136beaa5eef40eae6e2c1',
    signature: '1eda9e7e6b1728151a8e8791fdaf67cfbd28bd5c80d0fce2eb208746cf483105',
  },
];

const contentType = { 'content-type': 'application/json' };

function registration(
  host: string,
  scopeRegion: string,
): Omit<Vector, 'name' | 'canonicalHash' | 'signature'> {
  return {
    method: 'POST',
    query: 'Action=RegisterUsers&Version=2020-12-01',
    headers: {
      host,
      'x-content-sha256': 'e482a793904b178e4f38857edc8facce77d12b110d2db33e8b017b0dccacf190',
      'x-date': '20250329T180937Z',
    },
    body: '{"AppId":666675,"Users":[{"UserId":9007199254740993,"NickName":"张三","Tags":["tag1:v1"],"Ext":{"a:k":"v"}}]}',
    secret: sample1,
    scope: `20250329/${scopeRegion}/rtc/request`,
  };
}

const mainland = registration('rtc.volcengineapi.com', 'cn-north-1');
const overseas = registration('open-ap-singapore-1.volcengineapi.com', 'ap-southeast-1');

/** RegisterUsers requests, computed by code that reproduces the published vectors. */
export const registerUsersVectors: Vector[] = [
  {
    ...mainland,
    name: 'RegisterUsers',
    headers: { ...contentType, ...mainland.headers },
    canonicalHash: '5cbac5e8bc15dcf8dc398085256d52152fe1b3b5d68281736ea98eac813e8dfe',
    signature: 'b8cc24d17a190298dfc8089441c6db479df21c9f9eecf54d2bbc098a8f5708ec',
  },
  {
    ...mainland,
    name: 'RegisterUsers with a session token',
    headers: { ...contentType, ...mainland.headers, 'x-security-token': 'STSexampletoken' },
    canonicalHash: '466a3e9aae54ca826fe5a2b1b562e517b16c4d85e89f3727af6d98726ff108db',
    signature: 'b1d9dbb9551b6bbeecaf894373f02cd66dbc2018e7ceccc07d2b3b6d12c13ed4',
  },
  {
    ...overseas,
    name: 'RegisterUsers overseas',
    headers: { ...contentType, ...overseas.headers },
    canonicalHash: '0dc0116db1d73cf8156e77225792cc86e804d19dae8005a9a32ea3253b1c4d2d',
    signature: '8234017e2f875ed99b82967c23d2396c79bedfe48d1a18614c5b1e6d836fa26a',
  },
  {
    ...mainland,
    name: 'RegisterUsers with an unsigned content type',
    canonicalHash: 'a2292dc7382a5163f22bbcf74f194f8f3c4e2b5277b538a9710dba9b274b1466',
    signature: 'd5c826b597119d7eb424ebbdfff8bfaf5c10c63f32d244a16e89dc37c48f8d98',
  },
];
