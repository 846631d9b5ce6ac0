import { sampleAccount, sampleAppId, startEmulator, type Arrival, type Emulator } from '../support/emulator';
import type { Execution, N8n } from '../support/n8n';
import { credentialFor, n8nWithPackage, withCredential } from '../support/n8n/fixture';
import { hardValues, requests, userId, workflowCalling } from './httpRequests';

describe("n8n's HTTP Request node with the credential", () => {
  let emulator: Emulator;
  let n8n: N8n;
  let execution: Execution;

  beforeAll(async () => {
    emulator = await startEmulator();
    emulator.ledger.seed(sampleAppId, [userId], { NickName: '黄思远' });
    n8n = await n8nWithPackage();
    const credential = credentialFor(emulator);
    await n8n.importCredential(credential);
    execution = await n8n.execute(
      await n8n.importWorkflow(withCredential(workflowCalling(emulator.url), credential)),
    );
  });

  afterAll(async () => {
    n8n?.close();
    await emulator?.close();
  });

  /** The nodes stand in a row, so the requests arrive in their order. */
  const arrivalOf = (name: string): Arrival => emulator.arrivals[Object.keys(requests).indexOf(name)]!;
  const queryOf = (name: string) => new URL(arrivalOf(name).path, emulator.url).searchParams;

  it('sends every request once', () => {
    expect(execution.error).toBeUndefined();
    expect(emulator.arrivals).toHaveLength(Object.keys(requests).length);
  });

  it.each(Object.keys(requests))('signs a request with %s', (name) => {
    const { accountId, code } = arrivalOf(name);
    // The emulator names the account of a request only when its signature is right.
    expect({ accountId, code }).toMatchObject({ accountId: sampleAccount.accountId });
  });

  it.each(['a JSON body', 'a raw body', 'a query in the URL'])('gets the answer to one with %s', (name) => {
    const item = execution.runData[name]?.[0]?.data?.main[0]?.[0]?.json;
    expect(item).toMatchObject({ statusCode: 200 });
    expect(JSON.stringify(item?.body)).toContain('黄思远');
  });

  it('gets the answer to one with the method GET', () => {
    const item = execution.runData['the method GET']?.[0]?.data?.main[0]?.[0]?.json;
    expect(item).toMatchObject({ statusCode: 200 });
    expect(JSON.stringify(item?.body)).toContain(sampleAccount.accountId);
  });

  it('sends a form as it was filled in', () => {
    const sent = [...new URLSearchParams(arrivalOf('a form body').body)];
    expect(sent).toEqual(hardValues.map((value, index) => [`field ${index}*`, value]));
  });

  it('sends a query as it was written', () => {
    // Signing may sort a query: the order among values of one name is not kept.
    expect(queryOf('a query in the URL').getAll('Value').sort()).toEqual([...hardValues].sort());
    expect(queryOf('a query in the URL').get('Star')).toBe('*');
    for (const [index, value] of hardValues.entries()) {
      expect(queryOf('a query in fields').get(`键 ${index}+*`)).toBe(value);
    }
    expect(queryOf('names repeated in a query').getAll('Tag').sort()).toEqual(['a', 'b', 'c d']);
  });
});
