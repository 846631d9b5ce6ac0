/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleAppId, startEmulator, type Emulator, type Profile } from '../support/emulator';
import { exampleWorkflow, registerNode, type N8n } from '../support/n8n';
import { credentialFor, n8nWithPackage, newFolder, withCredential } from '../support/n8n/fixture';
import { type Cell, writeWorkbook } from './workbook';

/** How Extract from File reads a file. */
interface Extraction {
  operation: string;
  options?: Record<string, unknown>;
}

interface Seen {
  /** The profile of each user, by its id. */
  registered: Record<string, Profile | undefined>;
  /** The messages of those that failed. */
  failed: string[];
  hint?: string;
}

describe('files as people have them, read by n8n and mapped by name', () => {
  let emulator: Emulator;
  let n8n: N8n;
  const folder = newFolder();

  beforeAll(async () => {
    emulator = await startEmulator();
    n8n = await n8nWithPackage({ folders: [folder] });
  });
  afterAll(async () => {
    n8n?.close();
    await emulator?.close();
  });

  /** Registers the users of a file; by the names of its columns unless they are mapped. */
  async function register(
    file: string,
    extraction: Extraction,
    value: Record<string, string> | null = null,
  ): Promise<Seen> {
    const credential = credentialFor(emulator);
    await n8n.importCredential(credential);
    const workflow = exampleWorkflow({ inputFolder: folder, outputFolder: folder });
    const parametersOf = (name: string) => workflow.nodes.find((node) => node.name === name)!.parameters;
    parametersOf('Read users.csv').fileSelector = join(folder, file);
    Object.assign(parametersOf('Extract rows'), extraction);
    const mappingMode = value === null ? 'autoMapInputData' : 'defineBelow';
    parametersOf(registerNode).users = { mappingMode, value };
    const { runData, error } = await n8n.execute(
      await n8n.importWorkflow(withCredential(workflow, credential)),
    );
    expect(error).toBeUndefined();
    const [run] = runData[registerNode] ?? [];
    const [success = [], failed = []] = (run?.data?.main ?? []).map((items) => items ?? []);
    const outcomes = (items: typeof success) =>
      items.map(({ json }) => json.outcome as Record<string, string>);
    return {
      registered: Object.fromEntries(
        outcomes(success).map(({ userId = '' }) => [
          userId,
          emulator.ledger.find(sampleAppId, userId)?.profile,
        ]),
      ),
      failed: outcomes(failed).map(({ message = '' }) => message),
      hint: run?.hints?.[0]?.message,
    };
  }

  it('a CSV file of Excel, with a byte order mark, CRLF and blank lines', async () => {
    const lines = [
      'User ID,Nickname,Tags (Comma-Separated),Portrait URL,Extension (JSON),Is Robot,Phone',
      '7340761722590941217,"王, 芳 ","vip，北京",https://example.com/1.png,"{""level"":1.10}",TRUE,1',
      '\u00a010002,Zoë,"""a, b"",c",,,否,',
      '１０００３,,,,[],0,',
      ',,,,,,',
      '1.23457E+18,Ann,,,,,',
      '10004,Bob,,,"{""level"":7,}",,',
    ];
    writeFileSync(join(folder, 'excel.csv'), `\ufeff${lines.join('\r\n')}\r\n`);
    const { registered, failed, hint } = await register('excel.csv', { operation: 'csv' });
    expect(registered).toEqual({
      '7340761722590941217': {
        NickName: '王, 芳',
        Tags: ['vip', '北京'],
        Portrait: 'https://example.com/1.png',
        Ext: { level: '1.10' },
        IsRobot: true,
      },
      '10002': { NickName: 'Zoë', Tags: ['a, b', 'c'], IsRobot: false },
      '10003': { IsRobot: false },
    });
    expect(failed).toEqual([
      expect.stringMatching(/^UserId is missing: the row is empty\.$/),
      expect.stringMatching(/^UserId: "1\.23457E\+18" has lost digits: a spreadsheet has shortened it/),
      expect.stringMatching(/^Ext: it is not valid JSON: at position 11 there is "}"/),
    ]);
    expect(hint).toMatch(
      /^3 users newly registered, 0 already registered, 3 failed \(.*Fields not used: Phone\.$/,
    );
  });

  it('a CSV file with semicolons, as Excel writes it in much of Europe', async () => {
    const lines = ['user_id;nick_name;tags;is_robot', '20001;Jörg;"a,b";f', '20002;Anaïs;c;t', '20001,5;x;;'];
    writeFileSync(join(folder, 'semicolons.csv'), lines.join('\r\n'));
    const { registered, failed } = await register('semicolons.csv', {
      operation: 'csv',
      options: { delimiter: ';', includeEmptyCells: true },
    });
    expect(registered).toEqual({
      '20001': { NickName: 'Jörg', Tags: ['a', 'b'], IsRobot: false },
      '20002': { NickName: 'Anaïs', Tags: ['c'], IsRobot: true },
    });
    expect(failed).toEqual([expect.stringMatching(/^UserId: "20001,5" is not an integer/)]);
  });

  it('an Excel workbook with IDs as text and as numbers, dates and blank rows', async () => {
    const rows: Cell[][] = [
      ['User\u00a0ID', 'Nickname', 'Tags', 'Is Robot'],
      ['7340761722590941219', 'Text', 'a,b', true],
      [30001, 'Number', 7, false],
      [],
      ['30002', { date: 45_717 }, undefined, 1],
      [7340761722590941000, 'Rounded', undefined, undefined],
      [undefined, ' ', undefined, undefined],
    ];
    writeWorkbook(join(folder, 'users.xlsx'), rows);
    const { registered, failed } = await register('users.xlsx', {
      operation: 'xlsx',
      options: { includeEmptyCells: true },
    });
    expect(registered).toEqual({
      '7340761722590941219': { NickName: 'Text', Tags: ['a', 'b'], IsRobot: true },
      '30001': { NickName: 'Number', Tags: ['7'], IsRobot: false },
      '30002': { NickName: expect.any(String) as string, IsRobot: true },
    });
    expect(failed).toEqual([
      expect.stringMatching(
        /^UserId: the number 7340761722590941000 .* has lost digits already: pass the ID as text/,
      ),
      'UserId is missing: the row is empty.',
    ]);
  });

  it('a table that Postgres has copied into a CSV file', async () => {
    const lines = [
      'user_id,nick_name,tags,ext,is_robot',
      '40001,Ann,"{vip,""b, c"",NULL}","{""since"": ""2026-03-01T08:30:00""}",t',
      '40002,Bob,{},,f',
      '40003,Eve,"{{a},{b}}",,f',
    ];
    writeFileSync(join(folder, 'postgres.csv'), `${lines.join('\n')}\n`);
    const { registered, failed } = await register('postgres.csv', { operation: 'csv' });
    expect(registered).toEqual({
      '40001': {
        NickName: 'Ann',
        Tags: ['vip', 'b, c'],
        Ext: { since: '2026-03-01T08:30:00' },
        IsRobot: true,
      },
      '40002': { NickName: 'Bob', IsRobot: false },
    });
    expect(failed).toEqual([expect.stringMatching(/^Tags: "\{\{a\},\{b\}\}" is not a list of tags/)]);
  });

  it('the JSON body of a webhook, its fields dragged onto the columns', async () => {
    const body = {
      id: 50_001,
      name: 'María 王',
      tags: ['vip', ' beta '],
      profile: { level: 7, since: null, active: true },
      robot: 'yes',
    };
    writeFileSync(join(folder, 'body.json'), JSON.stringify(body));
    const fields = { UserId: 'id', NickName: 'name', Tags: 'tags', Ext: 'profile', IsRobot: 'robot' };
    const value = Object.fromEntries(
      Object.entries(fields).map(([column, field]) => [column, `={{ $json.data.${field} }}`]),
    );
    const { registered, failed } = await register('body.json', { operation: 'fromJson' }, value);
    expect(failed).toEqual([]);
    expect(registered).toEqual({
      '50001': {
        NickName: 'María 王',
        Tags: ['vip', 'beta'],
        Ext: { level: '7', active: 'true' },
        IsRobot: true,
      },
    });
    const byName = await register('body.json', { operation: 'fromJson' });
    expect(byName.failed).toEqual(['UserId is missing: the item has the fields "data".']);
  });
});
