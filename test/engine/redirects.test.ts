import { type Emulator, sampleAccount, startEmulator } from '../support/emulator';
import { VolcengineRtcApi } from '../support/engine/built';
import { contextOf } from '../support/engine/contextOf';
import { credentialFor } from '../support/engine/registerUsers';
import { startStranger, type Stranger } from '../support/servers/startStranger';
import { testCredential } from '../support/engine/testCredential';

const sessionToken = 'STSexampletoken';
const account = { ...sampleAccount, sessionToken };

let emulator: Emulator;
let stranger: Stranger;
beforeEach(async () => {
  [emulator, stranger] = await Promise.all([startEmulator({ accounts: [account] }), startStranger()]);
});
afterEach(async () => await Promise.all([emulator.close(), stranger.close()]));

const credential = () => ({
  type: new VolcengineRtcApi(),
  data: { ...credentialFor(emulator), sessionToken },
});

/** Has every request answered with a redirect to the stranger. */
function redirect(status: number): void {
  const headers = { Location: `${stranger.url}/elsewhere?Action=GetCallerIdentity` };
  emulator.setFaults(() => ({ status, headers, body: '' }));
}

function expectOneRequestAndNoOther(): void {
  expect(emulator.arrivals).toMatchObject([{ accountId: account.accountId }]);
  expect(stranger.connections()).toBe(0);
}

const statuses = [301, 302, 303, 307, 308];
const methods = ['GET', 'POST'] as const;
const cases = statuses.flatMap((status) => methods.map((method) => ({ status, method })));
const urls = {
  GET: '/?Action=GetCallerIdentity&Version=2018-01-01',
  POST: '/?Action=BatchGetUser&Version=2020-12-01',
};

test.each(cases)("n8n's helper does not follow a $status to a $method", async ({ status, method }) => {
  redirect(status);
  const { context } = contextOf(credential());
  const request = { method, url: urls[method], ...(method === 'POST' && { body: {} }) };
  const calling = context.helpers.httpRequestWithAuthentication.call(context, 'volcengineRtcApi', request);
  await expect(calling).rejects.toMatchObject({ httpCode: String(status) });
  expectOneRequestAndNoOther();
});

test.each(cases)(
  "n8n's helper hands a $status to a $method over, with where it leads, to a caller that asks for all answers",
  async ({ status, method }) => {
    redirect(status);
    const { context } = contextOf(credential());
    const answer = await context.helpers.httpRequestWithAuthentication.call(context, 'volcengineRtcApi', {
      method,
      url: urls[method],
      returnFullResponse: true,
      ignoreHttpStatusErrors: true,
    });
    expect(answer).toMatchObject({
      statusCode: status,
      headers: { location: expect.stringContaining(stranger.url) },
    });
    expectOneRequestAndNoOther();
  },
);

test.each(cases)(
  "n8n's legacy helper does not follow a $status to a $method, even where it is told to",
  async ({ status, method }) => {
    redirect(status);
    const { context } = contextOf(credential());
    // As n8n's node HTTP Request asks for it, unless its option Redirects says otherwise.
    const followed = { followRedirect: true, followAllRedirects: true, maxRedirects: 21 };
    const calling = context.helpers.requestWithAuthentication.call(context, 'volcengineRtcApi', {
      method,
      uri: emulator.url + urls[method],
      resolveWithFullResponse: true,
      ...followed,
    });
    await expect(calling).rejects.toMatchObject({ httpCode: String(status) });
    expectOneRequestAndNoOther();
  },
);

test.each(statuses)(
  'the test of a credential does not follow a %d, and says that it was one',
  async (status) => {
    redirect(status);
    expect(await testCredential(credential())).toMatch(
      `answers with a redirect (HTTP ${status}), which a signed request does not follow`,
    );
    expectOneRequestAndNoOther();
  },
);

test('a redirect to the same host is not followed either', async () => {
  emulator.setFaults(({ index }) =>
    index === 0 ? { status: 307, headers: { Location: '/' }, body: '' } : undefined,
  );
  expect(await testCredential(credential())).toMatch(/redirect \(HTTP 307\)/);
  expect(emulator.arrivals).toHaveLength(1);
});

test.each(['httpRequestWithAuthentication', 'requestWithAuthentication'] as const)(
  "a request of %s to a stranger's address is not signed and not sent",
  async (helper) => {
    const { context } = contextOf(credential());
    const request = { method: 'GET' as const, url: `${stranger.url}/`, uri: `${stranger.url}/` };
    const calling = context.helpers[helper].call(context, 'volcengineRtcApi', request);
    await expect(calling).rejects.toThrow(
      `The credential does not sign requests to ${stranger.url}, only to`,
    );
    expect(stranger.connections()).toBe(0);
  },
);
