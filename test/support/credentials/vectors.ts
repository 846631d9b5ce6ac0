/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- the public sample keys of Volcengine's documentation */
import type { AccessKey } from '../../../credentials/signature/signRequest';
import type { QueryParameter } from '../../../credentials/signature/canonicalRequest';
import type { CredentialScope } from '../../../credentials/signature/stringToSign';

/** A request and the figures that each stage of its signature must lead to. */
export interface Vector {
  name: string;
  key: AccessKey;
  scope: CredentialScope;
  date: Date;
  method: 'GET' | 'POST';
  /** In an order of the caller's; the signature sorts it. */
  query: QueryParameter[];
  /** The headers that are signed. */
  headers: Record<string, string>;
  body: string;
  /** The canonical request, where the documentation prints it. */
  canonicalRequest?: string;
  canonicalHash: string;
  /** The first link of the key's chain, in hex, where the documentation prints it. */
  dateKey?: string;
  /** In hex, where the documentation prints it. */
  signingKey?: string;
  signature: string;
}

// The public sample keys that Volcengine's documentation prints; they open nothing.
const key1: AccessKey = {
  accessKeyId: 'AKLTMjI2ODVlYzI3ZGY1NGU4ZjhjYWRjMTlmNTM5OTZkYzE',
  secretAccessKey: 'TnpCak5XWXpZV1U0WkRaaE5ERmxaR0ZpTmpjeVkyUXlZek0wTWpJMU1qWQ==',
};
const key2: AccessKey = {
  accessKeyId: 'AKLTYWViMTVmZGYzM2E0NDI5Mzk2MDZjNjFmMjc2MjRjMzg',
  secretAccessKey: 'WkRZeE1EQmxPVGhsWWpWak5HVmtNbUUxTXpZeU9UVXlOMlE1TmpZeVlqTQ==',
};

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const listUsers: QueryParameter[] = [
  ['Version', '2018-01-01'],
  ['Action', 'ListUsers'],
  ['Limit', '10'],
  ['Offset', '0'],
];

function formHeaders(host: string): Record<string, string> {
  return {
    host,
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'x-date': '20201230T081805Z',
    'x-content-sha256': emptyHash,
  };
}

const billingHeaders = { host: 'billing.volcengineapi.com', 'x-date': '20250329T180937Z' };

/**
 * The examples of the signature documentation.
 *
 * @see https://www.volcengine.com/docs/6348/69859 (GetRecordTask)
 * @see https://www.volcengine.com/docs/6369/67270 (ListUsers, its current and its older text)
 * @see https://www.volcengine.com/docs/6369/67269 (ListBill, QueryBalanceAcct)
 */
export const publishedVectors: Vector[] = [
  {
    name: 'GetRecordTask of rtc',
    key: key1,
    scope: { region: 'cn-north-1', service: 'rtc' },
    date: new Date('2020-12-30T08:18:05Z'),
    method: 'GET',
    query: [
      ['Action', 'GetRecordTask'],
      ['Version', '2022-06-01'],
      ['AppId', 'Your_AppId'],
      ['RoomId', 'Your_RoomId'],
      ['TaskId', 'Your_TaskId'],
    ],
    headers: formHeaders('rtc.volcengineapi.com'),
    body: '',
    canonicalRequest: `GET
/
Action=GetRecordTask&AppId=Your_AppId&RoomId=Your_RoomId&TaskId=Your_TaskId&Version=2022-06-01
content-type:application/x-www-form-urlencoded; charset=utf-8
host:rtc.volcengineapi.com
x-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
x-date:20201230T081805Z

content-type;host;x-content-sha256;x-date
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`,
    canonicalHash: 'cd2e2d1e141de6f5af872f4a5976268cf3757ce45a102ded8e0d8483e5435dfc',
    signingKey: 'bc0e4f44b530f4db214d8c22d2e520eeb264b5e68906b039fb97e6880b4badf4',
    signature: 'b650bac39169258e864c755c583327377aa505c8588f873bd7b3c5a08584942d',
  },
  {
    name: 'ListUsers of iam',
    key: key2,
    scope: { region: 'cn-beijing', service: 'iam' },
    date: new Date('2024-06-19T07:13:06Z'),
    method: 'GET',
    query: listUsers,
    headers: { host: 'iam.volcengineapi.com', 'x-date': '20240619T071306Z' },
    body: '',
    canonicalRequest: `GET
/
Action=ListUsers&Limit=10&Offset=0&Version=2018-01-01
host:iam.volcengineapi.com
x-date:20240619T071306Z

host;x-date
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`,
    canonicalHash: '5ed5bca3905e1fcbf789abb56a17c2d819674a3bcfa468ae476bd1ea80d135cb',
    signingKey: 'abee62e533a58934c49954459a3c3237d2fccea517c9a7c8a2651d8ea7779826',
    signature: 'e31c4558bcfe08a286001f59cedbf0791ffd0b2362f10e55ee2627467bcdde93',
  },
  {
    name: 'ListUsers of iam in the older text',
    key: key1,
    scope: { region: 'cn-north-1', service: 'iam' },
    date: new Date('2020-12-30T08:18:05Z'),
    method: 'GET',
    query: listUsers,
    headers: formHeaders('iam.volcengineapi.com'),
    body: '',
    canonicalHash: '3a4d4dee07c3308a52da01bc12d7a83c3705bfa543f51648f46de880bb2a7447',
    signingKey: 'e7d2eb478084eaaaf8f85c161de16f13d97e52e77bd0415f33e7feb561cccffd',
    signature: '28eeabbbd726b87002e0fe58ad8c1c768e619b06e2646f35b6ad7ed029a6d8a7',
  },
  {
    name: 'ListBill of billing',
    key: key2,
    scope: { region: 'cn-beijing', service: 'billing' },
    date: new Date('2025-03-29T18:09:37Z'),
    method: 'POST',
    query: [
      ['Version', '2022-01-01'],
      ['Action', 'ListBill'],
    ],
    headers: billingHeaders,
    body: '{"Limit":10,"BillPeriod":"2023-08"}',
    canonicalRequest: `POST
/
Action=ListBill&Version=2022-01-01
host:billing.volcengineapi.com
x-date:20250329T180937Z

host;x-date
e8cc56e129d9759d56c936e679a345d001a4235b58bee8e935ccad97f23ed663`,
    canonicalHash: '27383e3b56d03850f5634483527fbddcbf06cf98de1bc8a6679ef2300bff3b15',
    dateKey: '069b1da2ba9c0ecbd8e8aaf2a5742696ebc22f3fe95a649983d31b433ba94ff3',
    signingKey: 'b491ed164936de3bb06c1eb23326aa9587b5aaa6a4e02144b9d523bbebb7ca9f',
    signature: '5e8480ceea12d0000a23c054151c50dd02c1a7dec835004057d19f13d53a7658',
  },
  {
    name: 'QueryBalanceAcct of billing',
    key: key2,
    scope: { region: 'cn-beijing', service: 'billing' },
    date: new Date('2025-03-29T18:09:37Z'),
    method: 'GET',
    query: [
      ['Version', '2022-01-01'],
      ['Action', 'QueryBalanceAcct'],
    ],
    headers: billingHeaders,
    body: '',
    canonicalHash: '43171c1658c64b5db55c58d54988a4598d2d09a5613136beaa5eef40eae6e2c1',
    signature: '1eda9e7e6b1728151a8e8791fdaf67cfbd28bd5c80d0fce2eb208746cf483105',
  },
];

const registration = {
  key: key1,
  date: new Date('2025-03-29T18:09:37Z'),
  method: 'POST' as const,
  query: [
    ['Action', 'RegisterUsers'],
    ['Version', '2020-12-01'],
  ] satisfies QueryParameter[],
  body: '{"AppId":666675,"Users":[{"UserId":9007199254740993,"NickName":"张三","Tags":["tag1:v1"],"Ext":{"a:k":"v"}}]}',
};

const headersWithoutContentType = {
  host: 'rtc.volcengineapi.com',
  'x-content-sha256': 'e482a793904b178e4f38857edc8facce77d12b110d2db33e8b017b0dccacf190',
  'x-date': '20250329T180937Z',
};

const registrationHeaders = { 'content-type': 'application/json', ...headersWithoutContentType };

/** RegisterUsers as n8n sends it, computed by other code that reproduces the published figures. */
export const registrationVectors: Vector[] = [
  {
    ...registration,
    name: 'RegisterUsers on the mainland',
    scope: { region: 'cn-north-1', service: 'rtc' },
    headers: registrationHeaders,
    canonicalHash: '5cbac5e8bc15dcf8dc398085256d52152fe1b3b5d68281736ea98eac813e8dfe',
    signature: 'b8cc24d17a190298dfc8089441c6db479df21c9f9eecf54d2bbc098a8f5708ec',
  },
  {
    ...registration,
    name: 'RegisterUsers with temporary keys',
    key: { ...key1, sessionToken: 'STSexampletoken' },
    scope: { region: 'cn-north-1', service: 'rtc' },
    headers: { ...registrationHeaders, 'x-security-token': 'STSexampletoken' },
    canonicalHash: '466a3e9aae54ca826fe5a2b1b562e517b16c4d85e89f3727af6d98726ff108db',
    signature: 'b1d9dbb9551b6bbeecaf894373f02cd66dbc2018e7ceccc07d2b3b6d12c13ed4',
  },
  {
    ...registration,
    name: 'RegisterUsers overseas',
    scope: { region: 'ap-southeast-1', service: 'rtc' },
    headers: { ...registrationHeaders, host: 'open-ap-singapore-1.volcengineapi.com' },
    canonicalHash: '0dc0116db1d73cf8156e77225792cc86e804d19dae8005a9a32ea3253b1c4d2d',
    signature: '8234017e2f875ed99b82967c23d2396c79bedfe48d1a18614c5b1e6d836fa26a',
  },
];

/** RegisterUsers with a content type that the signature leaves out. */
export const registrationWithoutContentType: Vector = {
  ...registration,
  name: 'RegisterUsers without its content type',
  scope: { region: 'cn-north-1', service: 'rtc' },
  headers: headersWithoutContentType,
  canonicalHash: 'a2292dc7382a5163f22bbcf74f194f8f3c4e2b5277b538a9710dba9b274b1466',
  signature: 'd5c826b597119d7eb424ebbdfff8bfaf5c10c63f32d244a16e89dc37c48f8d98',
};

/** Every vector there is. */
export const vectors: Vector[] = [
  ...publishedVectors,
  ...registrationVectors,
  registrationWithoutContentType,
];
