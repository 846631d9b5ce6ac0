import type { Owner } from '../../support/n8n';
import type { Loaded } from './loadExamples';

/** What to do first, in words. */
export function instructions(url: string, { email, password }: Owner, workflows: readonly Loaded[]): string {
  const [first, ...others] = workflows;
  const more = others.map(({ name, path }) => `     ${url}${path}  ${name}\n`).join('');
  return `
n8n is ready, with this package, a credential for the emulator of the API, and the examples.

  1. Open     ${url}${first?.path ?? ''}
     sign in  ${email}  ${password}
  2. Press "Execute workflow": it registers the 1,000 users of examples/users.csv with the emulator.
  3. Double-click "Register users" to see who came out on Success and who on Failed, and why.
${more && `\n  More examples:\n${more}`}
Ctrl-C ends it all. The next start is quick; removing the folder .try makes it a first one again.
`;
}
