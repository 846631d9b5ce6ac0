import { regions } from '../../../credentials/region';
import type { Keys } from './client/keys';

const required = {
  VOLC_ACCESSKEY: 'the access key ID',
  VOLC_SECRETKEY: 'the secret access key',
  VOLC_APP_ID: 'the ID of the IM app, an integer from the RTC console under IM',
};

/** The ids of an IM app are 32-bit integers in the official Go SDK's model. */
const maxAppId = 2147483647;

/** Takes the keys from an environment; in words what is missing or wrong there, which never repeats a value of a key. */
export function readKeys(env: NodeJS.ProcessEnv): Keys | { problem: string } {
  const given = (name: string) => (env[name] ?? '').trim();
  const missing = Object.entries(required).filter(([name]) => given(name) === '');
  if (missing.length > 0) {
    const names = missing.map(([name, meaning]) => `${name} (${meaning})`).join(', ');
    return { problem: `Set ${names} in the environment.` };
  }
  const keys: Keys = {
    accessKeyId: given('VOLC_ACCESSKEY'),
    secretAccessKey: given('VOLC_SECRETKEY'),
    sessionToken: given('VOLC_SESSION_TOKEN'),
    region: given('VOLC_REGION') || regions[0].id,
    endpoint: given('VOLC_ENDPOINT'),
    appId: given('VOLC_APP_ID'),
  };
  const problem = problemWith(keys);
  return problem === undefined ? keys : { problem };
}

function problemWith({ appId, region, endpoint }: Keys): string | undefined {
  if (!/^\d+$/.test(appId)) {
    return `VOLC_APP_ID is no integer: ${JSON.stringify(appId)}. The ID of an RTC app is another one.`;
  }
  if (Number(appId) > maxAppId) return `VOLC_APP_ID is above ${maxAppId}: ${appId}.`;
  const names = regions.map(({ id }) => id);
  if (endpoint === '' && !names.some((id) => id === region)) {
    return `VOLC_REGION is ${JSON.stringify(region)}. Without VOLC_ENDPOINT it must be ${names.join(' or ')}.`;
  }
  if (endpoint === '' || (URL.canParse(endpoint) && /^https?:\/\//i.test(endpoint))) return undefined;
  return 'VOLC_ENDPOINT is no web address such as https://rtc.volcengineapi.com.';
}
