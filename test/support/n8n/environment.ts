/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the harness runs outside n8n */
import { dirname, delimiter } from 'node:path';
import { freePort } from './freePort';

/** What n8n gets to see of the machine: where programs and temporary files are, and the way to the network. */
const inherited = [
  ...['PATH', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'ComSpec', 'PATHEXT', 'NODE_EXTRA_CA_CERTS'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'],
];

export interface EnvironmentOptions {
  /** Holds everything that n8n keeps. */
  userFolder: string;
  /** The Node.js that runs n8n. */
  node: string;
  /** The folders that the workflows may read and write. */
  folders: readonly string[];
  /** PEM file with further authorities to trust. */
  caFile?: string;
}

/** The environment of an n8n that is quiet, keeps to itself and does not meet another one on the machine. */
export async function environmentOf(options: EnvironmentOptions): Promise<NodeJS.ProcessEnv> {
  const { userFolder, node, folders, caFile } = options;
  const env: NodeJS.ProcessEnv = {};
  for (const name of inherited) if (process.env[name]) env[name] = process.env[name];
  env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  if (caFile !== undefined) env.NODE_EXTRA_CA_CERTS = caFile;
  return {
    ...env,
    NO_PROXY: [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1', 'localhost']
      .filter(Boolean)
      .join(','),
    HOME: userFolder,
    USERPROFILE: userFolder,
    N8N_USER_FOLDER: userFolder,
    N8N_RESTRICT_FILE_ACCESS_TO: folders.join(';'),
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(await freePort()),
    N8N_RUNNERS_BROKER_PORT: String(await freePort()),
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_VERIFIED_PACKAGES_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
    // Its editor is served without TLS, where not every browser sends back a secure cookie.
    N8N_SECURE_COOKIE: 'false',
    N8N_LOG_LEVEL: 'info',
  };
}
