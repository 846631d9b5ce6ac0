/** A key pair and the app to register users in, as the environment names them. */
export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  region: string;
  appId: string;
}

/**
 * Takes Volcengine's keys out of an environment, so that no process that is started later inherits them.
 *
 * @returns undefined unless there are a key pair and an app
 */
export function takeKeys(env: NodeJS.ProcessEnv): Keys | undefined {
  const { VOLC_ACCESSKEY, VOLC_SECRETKEY, VOLC_APP_ID, VOLC_SESSION_TOKEN, VOLC_REGION } = env;
  for (const name of Object.keys(env)) if (/^VOLC_/i.test(name)) delete env[name];
  if (!VOLC_ACCESSKEY || !VOLC_SECRETKEY || !VOLC_APP_ID) return undefined;
  return {
    accessKeyId: VOLC_ACCESSKEY,
    secretAccessKey: VOLC_SECRETKEY,
    sessionToken: VOLC_SESSION_TOKEN ?? '',
    region: VOLC_REGION || 'cn-north-1',
    appId: VOLC_APP_ID,
  };
}
