/** Who n8n belongs to. */
export interface Owner {
  email: string;
  /** At least 8 characters with a digit and a capital, as n8n demands. */
  password: string;
}

/** n8n's own API, the one that its editor uses, in the name of the owner. */
export interface Rest {
  /** The session: a browser that holds this cookie is signed in. */
  readonly cookie: { name: string; value: string };
  /** The `data` of the answer. @throws when n8n answers with an error */
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
}

/** Signs the owner in, who becomes the owner by this where n8n has none yet. */
export async function signIn(url: string, { email, password }: Owner): Promise<Rest> {
  const settings = await send(url, 'GET', '/rest/settings');
  const { userManagement } = await dataOf<{ userManagement: { showSetupOnFirstLoad: boolean } }>(settings);
  const signedIn = userManagement.showSetupOnFirstLoad
    ? await send(url, 'POST', '/rest/owner/setup', { email, password, firstName: 'Local', lastName: 'Owner' })
    : await send(url, 'POST', '/rest/login', { emailOrLdapLoginId: email, password });
  await dataOf(signedIn);
  return restOf(url, sessionOf(signedIn));
}

/** n8n's own API in a session that was begun before. */
export function restOf(url: string, cookie: Rest['cookie']): Rest {
  const headers = { cookie: `${cookie.name}=${cookie.value}` };
  return {
    cookie,
    call: async <T>(method: string, path: string, body?: unknown) =>
      await dataOf<T>(await send(url, method, path, body, headers)),
  };
}

async function send(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const json = { 'content-type': 'application/json', ...headers };
  return await fetch(`${url}${path}`, { method, headers: json, body: JSON.stringify(body) });
}

async function dataOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text.slice(0, 1000)}`);
  return (JSON.parse(text) as { data: T }).data;
}

function sessionOf(response: Response): Rest['cookie'] {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name, value] = /^(n8n-auth)=([^;]+)/.exec(cookie) ?? [];
    if (name !== undefined && value !== undefined) return { name, value };
  }
  throw new Error('n8n gave no session');
}
