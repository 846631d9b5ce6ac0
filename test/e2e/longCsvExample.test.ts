/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { sampleAccount, startEmulator, type Emulator } from '../support/emulator';
import {
  addCredential,
  addWorkflow,
  executionEnd,
  exampleWorkflow,
  readCsv,
  startNow,
  type Row,
  type Server,
  type Workflow,
} from '../support/n8n';
import { accountName, credentialFor, newFolder, serverWithPackage } from '../support/n8n/fixture';
import { writeLongList } from '../support/n8n/longList';

const file = 'register-users-from-long-csv.json';
const firstAppId = 700_000;
const notAnId = 'EMP-20417';

/** What the last execution of a piece hands back. */
interface Totals {
  piece: number;
  registered: number;
  failed: number;
}

interface Seen {
  appId: number;
  /** The rows of each file, by the number of its piece. */
  registered: Map<number, Row[]>;
  failed: Map<number, Row[]>;
  totals: Totals;
  /** The executions that n8n keeps. */
  kept: number;
}

describe('the example that reads a long file in pieces', () => {
  const folder = newFolder();
  let emulator: Emulator;
  let server: Server;
  let appId = firstAppId;

  beforeAll(async () => {
    emulator = await startEmulator({ accounts: [{ ...sampleAccount, appIds: [] }] });
    server = await serverWithPackage({ folders: [folder] });
    await addCredential(server.rest, { ...credentialFor(emulator), name: accountName });
  });
  afterAll(async () => {
    await server?.close();
    await emulator?.close();
  });

  /** Runs the example, in a folder and with an app of its own, on the file that is written there. */
  async function run(
    usersPerPiece: number,
    write: (folder: string) => void,
    known: readonly string[] = [],
  ): Promise<Seen> {
    appId += 1;
    emulator.accounts[0]!.appIds.push(appId);
    emulator.ledger.seed(appId, known);
    const own = mkdtempSync(join(folder, 'run-'));
    write(own);
    const example = exampleWorkflow({ inputFolder: own, outputFolder: own, appId: String(appId) }, file);
    const workflow = await addWorkflow(server.rest, inPiecesOf(usersPerPiece, example));
    const id = await startNow(server.rest, workflow, 'When clicking ‘Execute workflow’');
    const { status, data } = await executionEnd(server.rest, id);
    expect(status).toBe('success');
    const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
    const kept = await server.rest.call<{ results: unknown[] }>('GET', `/rest/executions?filter=${filter}`);
    return {
      appId,
      registered: filesIn(own, 'registered'),
      failed: filesIn(own, 'failed'),
      totals: totalsIn(data),
      kept: kept.results.length,
    };
  }

  const rowsOf = (files: Map<number, Row[]>) => [...files.values()].flat();
  const idsOf = (rows: readonly Row[]) => rows.map((row) => row['User ID']!);
  const sizesOf = (files: Map<number, Row[]>) => [...files].map(([piece, { length }]) => [piece, length]);

  it('registers every user once, and puts each into one of two files of its piece', async () => {
    let rows: Row[] = [];
    const seen = await run(400, (own) => {
      rows = writeLongList(own, 1_050);
      for (const index of [0, 399, 400, 1_049]) rows[index]!['User ID'] = notAnId;
      writeFileSync(join(own, 'users.csv'), stringify(rows, { header: true }));
    });
    const isBad = (row: Row) => row['User ID'] === notAnId;
    const lineOf = (row: Row) => String(rows.indexOf(row) + 2);
    const withLine = (row: Row) => ({ ...row, 'Line of file': lineOf(row) });
    const registered = rowsOf(seen.registered);
    expect(sizesOf(seen.registered)).toEqual([
      [1, 398],
      [2, 399],
      [3, 249],
    ]);
    expect(registered).toMatchObject(rows.filter((row) => !isBad(row)).map(withLine));
    expect(rowsOf(seen.failed)).toMatchObject(
      rows.filter(isBad).map((row) => ({ ...withLine(row), 'outcome.code': 'InvalidUser' })),
    );
    expect(emulator.ledger.userIds(seen.appId).sort()).toEqual(idsOf(registered).sort());
    expect(emulator.ledger.requestedAgain(seen.appId)).toEqual([]);
    expect(seen.totals).toMatchObject({ piece: 4, registered: 1_046, failed: 4 });
  });

  it('leaves no data of the pieces behind', async () => {
    const seen = await run(20, (own) => void writeLongList(own, 50));
    expect(seen.totals).toMatchObject({ piece: 4, registered: 50, failed: 0 });
    expect(seen.kept).toBe(1);
  });

  it('ends behind a list whose last piece is full', async () => {
    const seen = await run(20, (own) => void writeLongList(own, 40));
    expect(sizesOf(seen.registered)).toEqual([
      [1, 20],
      [2, 20],
    ]);
    expect(seen.failed.size).toBe(0);
    expect(seen.totals).toMatchObject({ registered: 40, failed: 0 });
    expect(emulator.ledger.requestedAgain(seen.appId)).toEqual([]);
  });

  it('takes those who are registered already for done, so that it can be run again', async () => {
    let rows: Row[] = [];
    const known = ['7100000000000000001', '7100000000000007920'];
    const seen = await run(20, (own) => void (rows = writeLongList(own, 25)), known);
    expect(idsOf(rows.slice(0, 2))).toEqual(known);
    expect(idsOf(rowsOf(seen.registered))).toEqual(idsOf(rows));
    expect(seen.failed.size).toBe(0);
  });

  it.each([
    ['line breaks in values', '\n', 'Example\nSöhne', '\n'],
    ['CRLF at the ends of lines and in values', '\r\n', 'Example\r\n"Söhne", 王', '\r\n'],
    ['no line break at its end', '\n', 'Example', ''],
  ])('reads a file with %s, and a byte order mark', async (_what, newline, company, end) => {
    let rows: Row[] = [];
    const seen = await run(10, (own) => {
      rows = writeLongList(own, 35).map((row) => ({ ...row, Company: company }));
      const text = stringify(rows, { header: true, record_delimiter: newline }).trimEnd();
      writeFileSync(join(own, 'users.csv'), `\ufeff${text}${end}`);
    });
    expect(idsOf(rowsOf(seen.registered))).toEqual(idsOf(rows));
    expect(seen.failed.size).toBe(0);
    expect(emulator.ledger.userIds(seen.appId)).toEqual(idsOf(rows));
    expect(emulator.ledger.requestedAgain(seen.appId)).toEqual([]);
  });

  it.each([
    ['is empty', ''],
    ['has a header alone', 'User ID,Nick Name\n'],
  ])('sends nothing if the file %s', async (_what, text) => {
    const before = emulator.arrivals.length;
    const seen = await run(20, (own) => writeFileSync(join(own, 'users.csv'), text));
    expect(emulator.arrivals).toHaveLength(before);
    expect(seen.totals).toMatchObject({ piece: 2, registered: 0, failed: 0 });
    expect(seen.registered.size + seen.failed.size).toBe(0);
  });
});

function inPiecesOf(usersPerPiece: number, workflow: Workflow): Workflow {
  const begin = workflow.nodes.find(({ name }) => name === 'Begin')!.parameters;
  const { assignments } = begin.assignments as { assignments: Array<{ name: string; value: unknown }> };
  assignments.find(({ name }) => name === 'usersPerPiece')!.value = usersPerPiece;
  return workflow;
}

/** The files that the pieces wrote, in order: `registered-20261126-081502-1.csv` is that of the first one. */
function filesIn(folder: string, what: string): Map<number, Row[]> {
  const pieces = readdirSync(folder).flatMap((name) => {
    const [, piece] = new RegExp(`^${what}-\\d{8}-\\d{6}-(\\d+)\\.csv$`).exec(name) ?? [];
    return piece === undefined ? [] : [[Number(piece), readCsv(join(folder, name))] as const];
  });
  return new Map(pieces.sort(([a], [b]) => a - b));
}

/** n8n keeps an execution as a text in which this object stands as JSON. */
function totalsIn(data: string): Totals {
  const [totals] = /\{[^{}]*"isMore":false[^{}]*\}/.exec(data) ?? [];
  return JSON.parse(totals ?? '{}') as Totals;
}
