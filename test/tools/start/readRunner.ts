import { engineAlone } from './embedded/engineAlone';
import type { Runner } from './exampleRun';
import { wholeN8n } from './wholeN8n';

/** What the example is to run on, from the arguments of `npm start --`. @throws for an argument that there is not */
export function readRunner(args: readonly string[]): Runner {
  const [unknown] = args.filter((arg) => arg !== '--n8n');
  if (unknown !== undefined) {
    throw new Error(
      `There is no ${unknown}. "npm start" runs n8n's engine, "npm start -- --n8n" the whole n8n.`,
    );
  }
  return args.includes('--n8n') ? wholeN8n : engineAlone;
}
