import { renderMarkdown } from '../../../support/report/renderMarkdown';
import type { Secrets } from '../client/Secrets';
import { cell } from './markdown';
import { rawReplies } from './rawReplies';
import { refusalRows } from './refusalRows';
import type { Report } from './report';

/** The report of a probe as Markdown, without secrets. */
export function renderReport(report: Report, secrets: Secrets): string {
  const { began, region, endpoint, answers, notAsked, exchanges, ending } = report;
  const refusals = refusalRows(exchanges);
  return secrets.mask(
    [
      '# What the Volcengine RTC IM service answered\n',
      `- Begun: ${began.toISOString()}`,
      `- Endpoint: ${endpoint}, region ${region}`,
      `- Requests: ${exchanges.length}`,
      `- ${ending}\n`,
      '## Questions and answers\n',
      table(['Question', 'Answer', 'Requests'], answers.map(answerRow)),
      '## Refusals\n',
      refusals.length === 0
        ? 'None.\n'
        : table(['Action', 'HTTP', 'Code', 'CodeN', 'Message', 'Requests'], refusals),
      '## Not asked\n',
      table(['Question', 'Why'], notAsked),
      '## Raw replies\n',
      'Keys, tokens, signatures and the account are replaced by `***`. Replies that are alike are shown once.\n',
      ...rawReplies(exchanges),
    ].join('\n'),
  );
}

function answerRow({ asks, answer, requests }: Report['answers'][number]): string[] {
  const [first, last] = requests ?? [];
  return [asks, answer, first === last ? String(first ?? '') : `${first} to ${last}`];
}

function table(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return renderMarkdown({
    columns: titles.map((title) => ({ title })),
    rows: rows.map((cells) => cells.map(cell)),
  });
}
