import { checkLaws } from '../support/faults/checkLaws';
import { endLaws } from '../support/faults/laws/endLaws';
import { itemLaws } from '../support/faults/laws/itemLaws';
import { sendingLaws } from '../support/faults/laws/sendingLaws';
import { truthLaws } from '../support/faults/laws/truthLaws';
import { playOverSockets } from '../support/faults/overSockets/playOverSockets';
import { socketScripts } from '../support/faults/overSockets/socketScripts';
import { eachOf } from '../support/faults/overSockets/eachOf';

/** The laws of pace are for the virtual clock; here a busy machine would break them. */
const laws = { ...endLaws, ...itemLaws, ...truthLaws, ...sendingLaws };

test('Success and Failed are the input and tell the truth, on the engine and over sockets', async () => {
  await eachOf(socketScripts, 150, async (script, name) =>
    checkLaws(await playOverSockets(script, name), laws),
  );
}, 90_000);
