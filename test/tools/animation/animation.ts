/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the animation is made outside n8n */
import { join } from 'node:path';
import { pictures } from '../../support/browser/picture';
import { Stage } from '../../support/browser/Stage';
import { interruptAll } from '../../support/n8n';
import { withProgress } from '../../support/setup/progress';
import { onServer } from '../screenshots/onServer';
import { filmRegistration } from './filmRegistration';
import { saveAnimation } from './saveAnimation';

/** Makes the animation of the README anew. */
async function animate(): Promise<void> {
  await onServer([], async ({ url, rest }) => {
    const stage = await Stage.set(url, rest);
    try {
      const frames = await withProgress('Filming', filmRegistration(stage));
      await withProgress('Saving', saveAnimation(frames, join(pictures, 'register-users.gif')));
    } finally {
      await stage.clear();
    }
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interruptAll);
animate().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
});
